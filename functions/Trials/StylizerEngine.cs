using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// The engine itself. It is opened at the first run, in the thread that runs it: the tensor library's number of threads is a
/// setting of the calling thread.
/// </summary>
public sealed class StylizerEngine(WeightsLibrary weights, EngineOptions options, TimeProvider clock) : ITrialEngine, IDisposable
{
    private readonly ImageReader _reader = new();
    private Stylizer? _stylizer;

    public EnvironmentRecord? Environment => _stylizer?.Environment;

    public TrialImage Run(
        Trial trial, ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> style, ITrialObserver observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        _stylizer ??= new Stylizer(weights, options, clock);
        var contentPicture = _reader.Read(trial.Content.Name, content.ToArray());
        var stylePicture = _reader.Read(trial.Style.Name, style.ToArray());
        var result = _stylizer.Run(trial, contentPicture, stylePicture, new Observer(observer), cancellation);
        return new TrialImage(ImageWriter.Png(result.Image), result.Image.Width, result.Image.Height, result.Evaluations);
    }

    public void Dispose() => _stylizer?.Dispose();

    private sealed class Observer(ITrialObserver observer) : IStylizationObserver
    {
        public void OnEvaluation(EvaluationRecord evaluation) => observer.OnEvaluation(evaluation);

        public void OnSnapshot(int evaluation, Picture image) => observer.OnSnapshot(evaluation, ImageWriter.Png(image));
    }
}

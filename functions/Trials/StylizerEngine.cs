using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>The engine itself.</summary>
public sealed class StylizerEngine(Stylizer stylizer) : ITrialEngine
{
    private readonly ImageReader _reader = new();

    public EnvironmentRecord Environment => stylizer.Environment;

    public TrialImage Run(
        Trial trial, ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> style, ITrialObserver observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var contentPicture = _reader.Read(trial.Content.Name, content.ToArray());
        var stylePicture = _reader.Read(trial.Style.Name, style.ToArray());
        var result = stylizer.Run(trial, contentPicture, stylePicture, new Observer(observer), cancellation);
        return new TrialImage(ImageWriter.Png(result.Image), result.Image.Width, result.Image.Height, result.Evaluations);
    }

    private sealed class Observer(ITrialObserver observer) : IStylizationObserver
    {
        public void OnEvaluation(EvaluationRecord evaluation) => observer.OnEvaluation(evaluation);

        public void OnSnapshot(int evaluation, Picture image) => observer.OnSnapshot(evaluation, ImageWriter.Png(image));
    }
}

using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// The engine itself. It is opened at the first run, in the thread that runs it: the tensor library's number of threads is a
/// setting of the calling thread.
/// </summary>
public sealed class StylizerEngine(WeightsLibrary weights, EngineOptions options, TimeProvider clock) : ITrialEngine, IDisposable
{
    private readonly TrialPictureReader _pictures = new();
    private Stylizer? _stylizer;

    public EnvironmentRecord? Environment => _stylizer?.Environment;

    public TrialImage Run(Trial trial, TrialFiles files, ITrialObserver observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(files);
        _stylizer ??= new Stylizer(weights, options, clock);
        var result = _stylizer.Run(trial, _pictures.Read(trial, files), new Observer(observer), files.Checkpoint, cancellation);
        return new TrialImage(ImageWriter.Png(result.Image), result.Image.Width, result.Image.Height, result.Evaluations)
        {
            Layers = result.Layers,
            Events = result.Events,
            BestEvaluation = result.BestEvaluation,
            Output = OutputOf(trial.Parameters, result.Image),
        };
    }

    public void Dispose() => _stylizer?.Dispose();

    /// <summary>The file in the form that the trial asks for; image.png is the default one itself.</summary>
    private static OutputFile? OutputOf(TrialParameters parameters, Picture image)
    {
        var format = parameters.OutputFormat;
        return format == OutputFormat.Png
            ? null
            : new OutputFile(
                $"output.{OutputFormats.ExtensionOf(format)}",
                ImageWriter.Write(image, format, parameters.JpegQuality),
                OutputFormats.MediaTypeOf(format));
    }

    private sealed class Observer(ITrialObserver observer) : IStylizationObserver
    {
        public void OnEvaluation(EvaluationRecord evaluation) => observer.OnEvaluation(evaluation);

        public void OnSnapshot(int evaluation, Picture image) => observer.OnSnapshot(evaluation, ImageWriter.Png(image));

        public void OnEvent(TrialEvent trialEvent) => observer.OnEvent(trialEvent);

        public void OnCheckpoint(byte[] checkpoint) => observer.OnCheckpoint(checkpoint);
    }
}

using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Measures;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Provenance;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// The engine itself. It is opened at the first run, in the thread that runs it: the tensor library's number of threads is a
/// setting of the calling thread.
/// </summary>
public sealed class StylizerEngine(WeightsLibrary weights, EngineOptions options, TimeProvider clock, WorkerCondition condition) : ITrialEngine, IDisposable
{
    private readonly TrialPictureReader _pictures = new();
    private readonly ImageReader _reader = new();
    private Stylizer? _stylizer;
    private ResultMeasurement? _measurement;

    public EnvironmentRecord? Environment => _stylizer?.Environment;

    public IReadOnlyList<EngineResult> Run(IReadOnlyList<EngineRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        _stylizer ??= new Stylizer(weights, options, clock);
        if (requests is [var only])
            return [ResultOf(() => RunAlone(_stylizer, only))];

        var results = new EngineResult[requests.Count];
        var batch = new List<(int Index, BatchedTrial Trial)>();
        for (var index = 0; index < requests.Count; index++)
        {
            var request = requests[index];
            try
            {
                batch.Add((index, new BatchedTrial(
                    request.Trial, Read(request), new Observer(request.Observer), request.Files.Checkpoint, request.Cancellation)));
            }
            catch (EngineException failure)
            {
                // A picture that can't be read is this trial's alone.
                results[index] = new EngineResult(null, failure);
            }
        }

        if (batch.Count > 0)
        {
            foreach (var ((index, trial), result) in batch.Zip(_stylizer.RunBatch([.. batch.Select(member => member.Trial)])))
                results[index] = result.Image is { } image ? ResultOf(() => ImageOf(trial.Trial, trial.Pictures, image)) : new EngineResult(null, result.Failure);
        }

        return results;
    }

    public void Dispose()
    {
        // Its thread may still be in there, and a lost device frees nothing: that is left to the end of the process.
        if (condition.Fault is not null)
            return;
        _stylizer?.Dispose();
        _measurement?.Dispose();
    }

    private TrialImage RunAlone(Stylizer stylizer, EngineRequest only)
    {
        var pictures = Read(only);
        var result = stylizer.Run(only.Trial, pictures, new Observer(only.Observer), only.Files.Checkpoint, only.Cancellation);
        return ImageOf(only.Trial, pictures, result);
    }

    private TrialPictures Read(EngineRequest request) => _pictures.Read(request.Trial, request.Files);

    private TrialImage ImageOf(Trial trial, TrialPictures pictures, StylizedImage result)
    {
        var settings = ImageSettings.Of(trial, Environment!).ToText();
        var png = PngText.With(ImageWriter.Png(result.Image), ImageSettings.Keyword, settings);
        return new TrialImage(png, result.Image.Width, result.Image.Height, result.Evaluations)
        {
            Layers = result.Layers,
            Events = result.Events,
            Batch = result.Batch,
            BestEvaluation = result.BestEvaluation,
            Output = OutputOf(trial.Parameters, result.Image),
            Measures = Measure(trial, pictures, png, result),
        };
    }

    /// <summary>Measures the file as anyone reads it, so that whoever has it can measure it again.</summary>
    private TrialMeasures? Measure(Trial trial, TrialPictures pictures, byte[] png, StylizedImage result)
    {
        try
        {
            _measurement ??= new ResultMeasurement(weights);
            return _measurement.Of(trial, pictures, _reader.Read("the result", png), result.Evaluations, result.Events);
        }
        catch (EngineException)
        {
            // Out of memory, or a result larger than images may be to be read. Hours of work must not be lost for a proxy.
            return null;
        }
    }

    private static EngineResult ResultOf(Func<TrialImage> run)
    {
        try
        {
            return new EngineResult(run(), null);
        }
#pragma warning disable CA1031 // It belongs to this trial; whoever asked for it hears of it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new EngineResult(null, failure);
        }
    }

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

using System.Collections.Concurrent;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>An engine that paints a color which hangs on the trial, and tells what it was asked.</summary>
public sealed class FakeTrialEngine : ITrialEngine
{
    private readonly ConcurrentQueue<string> _runs = new();
    private readonly ConcurrentQueue<int> _batches = new();

    /// <summary>What to do before each evaluation; throw to fail.</summary>
    public Action<Trial, int, CancellationToken> BeforeEvaluation { get; set; } = (_, _, _) => { };

    /// <summary>Ids of the trials that were begun, in order.</summary>
    public IReadOnlyList<string> Runs => [.. _runs];

    public EnvironmentRecord? Environment { get; } = new()
    {
        Product = "test",
        NumericVersion = NumericVersion.Current,
        Tensors = "none",
        Images = "none",
        Device = "cpu",
        Threads = 1,
        Platform = "test",
    };

    /// <summary>How many trials each batch had, in order.</summary>
    public IReadOnlyList<int> Batches => [.. _batches];

    /// <summary>The files that the last run was given.</summary>
    public TrialFiles? Files { get; private set; }

    /// <summary>The result of every trial; null for one of its own color.</summary>
    public byte[]? Image { get; set; }

    /// <summary>The output file of every trial; null for none.</summary>
    public OutputFile? Output { get; set; }

    /// <summary>Makes the images of runs that begin now differ from those of others, as two runs on a GPU do.</summary>
    public byte Shade { get; set; }

    /// <summary>What it sees and says beside evaluations and snapshots.</summary>
    public Action<ITrialObserver, int> AfterEvaluation { get; set; } = (_, _) => { };

    /// <summary>Goes on from a checkpoint that <see cref="CheckpointOf"/> made, and refuses any other.</summary>
    public IReadOnlyList<EngineResult> Run(IReadOnlyList<EngineRequest> requests)
    {
        _batches.Enqueue(requests.Count);
        return [.. requests.Select(request => ResultOf(() => Run(request.Trial, request.Files, request.Observer, request.Cancellation) with { Batch = requests.Count }))];
    }

    private static EngineResult ResultOf(Func<TrialImage> run)
    {
        try
        {
            return new EngineResult(run(), null);
        }
#pragma warning disable CA1031 // As the engine does.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new EngineResult(null, failure);
        }
    }

    private TrialImage Run(Trial trial, TrialFiles files, ITrialObserver observer, CancellationToken cancellation)
    {
        _runs.Enqueue(trial.Id);
        var shade = Shade;
        Files = files;
        var events = new List<TrialEvent>();
        var done = 0;
        if (files.Checkpoint is { } checkpoint)
        {
            var whole = checkpoint.Length == 1;
            done = whole ? checkpoint.Span[0] : 0;
            foreach (var evaluation in Enumerable.Range(1, done))
                observer.OnEvaluation(Record(evaluation));
            events.Add(whole
                ? new TrialEvent(done, TrialEventKind.Resumed, $"went on after evaluation {done}")
                : new TrialEvent(0, TrialEventKind.CheckpointRefused, "the checkpoint is damaged; the trial began anew"));
            observer.OnEvent(events[^1]);
        }

        var evaluations = Enumerable.Range(1, done).Select(Record).ToList();
        for (var evaluation = done + 1; evaluation <= trial.Parameters.TotalEvaluations; evaluation++)
        {
            cancellation.ThrowIfCancellationRequested();
            BeforeEvaluation(trial, evaluation, cancellation);
            evaluations.Add(Record(evaluation));
            observer.OnEvaluation(evaluations[^1]);
            if (trial.Snapshots.Keeps(evaluation, trial.Parameters.TotalEvaluations))
                observer.OnSnapshot(evaluation, Paint(trial.Id, evaluation + shade));
            AfterEvaluation(observer, evaluation);
        }

        return new TrialImage(Image ?? Paint(trial.Id, shade), 24, 16, evaluations)
        {
            Output = Output,
            Layers = [new LossLayer(LossPart.Style, Layer, 1000)],
            Events = events,
            BestEvaluation = evaluations.Count,
        };
    }

    /// <summary>A checkpoint after so many evaluations.</summary>
    public static byte[] CheckpointOf(int evaluations) => [(byte)evaluations];

    /// <summary>The image that a trial ends with.</summary>
    public static byte[] Result(string trialId) => Paint(trialId, 0);

    private static LayerName Layer { get; } = new(LayerKind.Relu, 1, 1);

    private static EvaluationRecord Record(int evaluation) =>
        new(evaluation, 3.0 / evaluation, 1.0 / evaluation, 1.5 / evaluation, 0.5 / evaluation, evaluation)
        {
            Improvement = 100 - (100.0 / evaluation),
            Layers = [1.5 / evaluation],
        };

    private static byte[] Paint(string trialId, int evaluation)
    {
        var color = Convert.FromHexString(trialId);
        return TinyPng.Of(24, 16, color[0], color[1], (byte)(color[2] + evaluation));
    }
}

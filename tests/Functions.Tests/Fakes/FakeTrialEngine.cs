using System.Collections.Concurrent;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>An engine that paints a color which hangs on the trial, and tells what it was asked.</summary>
public sealed class FakeTrialEngine : ITrialEngine
{
    private readonly ConcurrentQueue<string> _runs = new();

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

    public TrialImage Run(Trial trial, TrialFiles files, ITrialObserver observer, CancellationToken cancellation)
    {
        _runs.Enqueue(trial.Id);
        var evaluations = new List<EvaluationRecord>();
        for (var evaluation = 1; evaluation <= trial.Parameters.Iterations; evaluation++)
        {
            cancellation.ThrowIfCancellationRequested();
            BeforeEvaluation(trial, evaluation, cancellation);
            var record = new EvaluationRecord(evaluation, 3.0 / evaluation, 1.0 / evaluation, 1.5 / evaluation, 0.5 / evaluation, evaluation);
            evaluations.Add(record);
            observer.OnEvaluation(record);
            if (trial.Snapshots.Keeps(evaluation, trial.Parameters.Iterations))
                observer.OnSnapshot(evaluation, Paint(trial, evaluation));
        }

        return new TrialImage(Paint(trial, 0), 24, 16, evaluations);
    }

    /// <summary>The image that a trial ends with.</summary>
    public static byte[] Result(string trialId) => Paint(trialId, 0);

    private static byte[] Paint(Trial trial, int evaluation) => Paint(trial.Id, evaluation);

    private static byte[] Paint(string trialId, int evaluation)
    {
        var color = Convert.FromHexString(trialId);
        return TinyPng.Of(24, 16, color[0], color[1], (byte)(color[2] + evaluation));
    }
}

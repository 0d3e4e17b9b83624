using System.Text.Json.Serialization;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>Where a sweep stands; <c>results/{sweep}/status.json</c>, kept current while it runs.</summary>
public sealed record SweepStatus
{
    /// <summary>The sweep: the manifest's name without extension.</summary>
    public required string Sweep { get; init; }

    /// <summary>The orchestration that runs it.</summary>
    public required string InstanceId { get; init; }

    /// <summary>ETag of the manifest blob that it runs.</summary>
    public required string ManifestETag { get; init; }

    /// <summary>The orchestration whose place that one took; null where there was none. It learns so by looking here, once it is told to look.</summary>
    public string? Replaced { get; init; }

    /// <summary>How many times the orchestration had said where it stands; null before the first.</summary>
    public int? Update { get; init; }

    /// <summary>How far it has come.</summary>
    public required SweepState State { get; init; }

    /// <summary>What is wrong, when it was rejected or failed; one line a problem.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Every distinct trial, in planned order.</summary>
    public IReadOnlyList<TrialStatus> Trials { get; init; } = [];

    /// <summary>Names of the sheet's pages under <c>results/{sweep}/</c>, once composed.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>What was computed twice for it, as far as it was known when the sweep ended; null where nothing was, and before the end.</summary>
    public RepeatedWorkSum? Repeated { get; init; }

    /// <summary>When the orchestration began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When this was written, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether nothing more will happen to it.</summary>
    [JsonIgnore]
    public bool IsFinished => IsFinal(State);

    /// <summary>Whether a state is one that a sweep does not leave by itself.</summary>
    public static bool IsFinal(SweepState state) =>
        state is SweepState.Completed or SweepState.CompletedWithFailures or SweepState.Rejected or SweepState.Failed or SweepState.Cancelled;

    /// <summary>Number of trials in a state.</summary>
    public int Count(TrialState state) => Trials.Count(trial => trial.State == state);
}

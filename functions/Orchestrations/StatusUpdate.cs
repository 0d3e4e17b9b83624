using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>What changed about a sweep. Applying it twice is applying it once.</summary>
public sealed record StatusUpdate
{
    /// <summary>The sweep.</summary>
    public required string Sweep { get; init; }

    /// <summary>The orchestration that says so.</summary>
    public required string InstanceId { get; init; }

    /// <summary>ETag of the manifest that it runs.</summary>
    public required string ManifestETag { get; init; }

    /// <summary>
    /// Counts what that orchestration says, from 1: what was said before, and is heard late or twice, undoes nothing. Null from one of before
    /// that was counted.
    /// </summary>
    public int? Number { get; init; }

    /// <summary>How far the sweep has come.</summary>
    public required SweepState State { get; init; }

    /// <summary>What is wrong, when it was rejected or failed.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Trials whose state changed, by id; new ones are added at the end.</summary>
    public IReadOnlyList<TrialStatus> Trials { get; init; } = [];

    /// <summary>Pages of the sheet, once composed.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];
}

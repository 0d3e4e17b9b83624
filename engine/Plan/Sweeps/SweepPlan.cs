using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>A sweep, fully resolved: <c>results/{sweep}/plan.json</c>. What to run, and where each result goes on the sheet.</summary>
public sealed record SweepPlan
{
    /// <summary>The sweep.</summary>
    public required string Sweep { get; init; }

    /// <summary>The axes, in the manifest's order; empty when only one setting was asked for.</summary>
    public required IReadOnlyList<PlannedAxis> Axes { get; init; }

    /// <summary>How the axes lie on the sheet.</summary>
    public required GridAxes Grid { get; init; }

    /// <summary>Every combination; of a search, each with its setting's trial of the highest rung that it was begun at.</summary>
    public required IReadOnlyList<SweepCell> Cells { get; init; }

    /// <summary>Every distinct trial, in the order in which they are to run; of a search, those of all rungs that were begun.</summary>
    public required IReadOnlyList<Trial> Trials { get; init; }

    /// <summary>Minutes after which no further trial is begun.</summary>
    public required double MaxMinutes { get; init; }

    /// <summary>How it searches; absent where every setting runs at its full size. Before a search runs, its plan is that of its first rung.</summary>
    public SweepSearch? Search { get; init; }
}

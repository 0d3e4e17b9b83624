using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Planning;

/// <summary>What one trial would ask for.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Width">Pixels across at its own scale.</param>
/// <param name="Height">Pixels down at its own scale.</param>
/// <param name="Evaluations">Evaluations of all its scales; fewer where it stops early.</param>
/// <param name="Seconds">Seconds of all its scales; 0 where it is not computed, absent where nothing is known.</param>
/// <param name="Mebibytes">Memory of its largest scale.</param>
/// <param name="Cost">What it costs; absent where that is not known.</param>
/// <param name="Reused">Whether it ended before.</param>
/// <param name="NotRun">Why the limits cut it; absent where they don't.</param>
/// <param name="Source">Where the seconds come from.</param>
/// <param name="Records">How many records they come from.</param>
internal sealed record PlannedTrial(
    Trial Trial,
    int Width,
    int Height,
    int Evaluations,
    double? Seconds,
    double Mebibytes,
    double? Cost,
    bool Reused,
    string? NotRun,
    EstimateSource Source,
    int Records);

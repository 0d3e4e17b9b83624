using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Planning;

/// <summary>What one trial would cost on this machine.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Width">Pixels across at its own scale.</param>
/// <param name="Height">Pixels down at its own scale.</param>
/// <param name="Evaluations">Evaluations of all its scales; fewer where it stops early.</param>
/// <param name="Seconds">Seconds of all its scales.</param>
/// <param name="Mebibytes">Memory of its largest scale.</param>
internal sealed record TrialEstimate(Trial Trial, int Width, int Height, int Evaluations, double Seconds, double Mebibytes);

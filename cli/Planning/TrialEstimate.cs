using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Planning;

/// <summary>What one trial would cost on this machine.</summary>
internal sealed record TrialEstimate(Trial Trial, int Width, int Height, double Seconds, double Mebibytes);

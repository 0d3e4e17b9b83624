using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>Whose record of a trial stands when a run has come to its end.</summary>
/// <param name="Other">The record of another run; null where this run's stands.</param>
/// <param name="Replaced">The record of another run in whose place this run's stands; null where there was none.</param>
internal sealed record TrialEnd(TrialRecord? Other, TrialRecord? Replaced);

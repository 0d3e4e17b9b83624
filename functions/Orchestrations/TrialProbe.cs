using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Output of the activity ProbeTrial.</summary>
/// <param name="Outcome">How the trial ended; null when it has not.</param>
/// <param name="IsRunning">Whether a worker wrote its progress a moment ago.</param>
/// <param name="IsInLine">Whether its message may still stand in the queue: no worker has got as far.</param>
public sealed record TrialProbe(TrialOutcome? Outcome, bool IsRunning, bool IsInLine = false);

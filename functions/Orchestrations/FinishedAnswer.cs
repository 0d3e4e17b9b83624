using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Output of the activity FindFinished.</summary>
/// <param name="Outcomes">The trials that ended before, in the order asked for.</param>
public sealed record FinishedAnswer(IReadOnlyList<TrialOutcome> Outcomes);

using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Output of the activity ComposeSheet.</summary>
/// <param name="Pages">Names of the sheet's pages under <c>results/{sweep}/</c>.</param>
/// <param name="Rejected">Trials that had completed, but whose record or image is not what was planned: their cells say so.</param>
public sealed record ComposedSheet(IReadOnlyList<string> Pages, IReadOnlyList<TrialOutcome> Rejected);

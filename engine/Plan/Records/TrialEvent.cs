namespace NeuralStyle.Plan.Records;

/// <summary>Something out of the ordinary that happened while a trial ran.</summary>
/// <param name="Evaluation">Evaluations done before it.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Text">What was wrong, the value seen, what was done.</param>
public sealed record TrialEvent(int Evaluation, TrialEventKind Kind, string Text);

namespace NeuralStyle.Plan.Effects.Confounding;

/// <summary>One comparison that says less than it seems to.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Settings">The names of the settings, trials or axis values that it is about.</param>
/// <param name="Factors">The factors that are involved.</param>
/// <param name="Text">A sentence for people, with names, values and factors.</param>
public sealed record ConfoundingWarning(
    ConfoundingKind Kind, IReadOnlyList<string> Settings, IReadOnlyList<string> Factors, string Text);

namespace NeuralStyle.Plan.Effects.Runs;

/// <summary>A label as statements that can be held against what was executed.</summary>
/// <param name="Claims">What it says of factors.</param>
/// <param name="SaysDefault">Whether it says that everything is at its default.</param>
/// <param name="Unread">Its words that are about no factor that was recorded.</param>
public sealed record LabelReading(IReadOnlyList<LabelClaim> Claims, bool SaysDefault, IReadOnlyList<string> Unread);

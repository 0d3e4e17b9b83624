namespace NeuralStyle.Plan.Effects.Runs;

/// <summary>What a label says of one factor.</summary>
/// <param name="Factor">The factor, as the executed settings name it.</param>
/// <param name="Value">Its value in the label's own words, or a published default.</param>
public sealed record LabelClaim(string Factor, string Value);

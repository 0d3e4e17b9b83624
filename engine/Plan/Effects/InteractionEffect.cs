namespace NeuralStyle.Plan.Effects;

/// <summary>How much the effect of one axis depends on the value of another.</summary>
/// <param name="First">One axis.</param>
/// <param name="Second">The other axis.</param>
/// <param name="Share">
/// The part of the measure's variance over the grid that belongs to the two together and to neither alone, 0 to 1. In a grid with holes,
/// what the two together add to an additive fit of all axes.
/// </param>
public sealed record InteractionEffect(string First, string Second, double Share);

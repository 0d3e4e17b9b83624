namespace NeuralStyle.Plan.Layers;

/// <summary>One layer's weight.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Weight">0 or more.</param>
public readonly record struct LayerWeight(LayerName Layer, double Weight);

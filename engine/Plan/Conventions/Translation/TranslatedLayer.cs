using NeuralStyle.Plan.Layers;

namespace NeuralStyle.Plan.Conventions.Translation;

/// <summary>One layer's weight in two systems.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Given">Weight times the layer's share, as the one system has it.</param>
/// <param name="Factor">What it is multiplied by.</param>
/// <param name="Equivalent">Weight times the layer's share in the other system, with which the layer's loss is the same.</param>
public sealed record TranslatedLayer(LayerName Layer, double Given, double Factor, double Equivalent);

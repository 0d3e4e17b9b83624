using NeuralStyle.Plan.Json;

namespace NeuralStyle.Plan.Layers;

/// <summary>Writes layer weights as their text.</summary>
internal sealed class LayerWeightsJsonConverter() : TextValueConverter<LayerWeights>(LayerWeightsText.Parse);

using NeuralStyle.Plan.Json;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Writes blend weights as their text.</summary>
internal sealed class BlendWeightsJsonConverter() : TextValueConverter<BlendWeights>(BlendWeightsText.Parse);

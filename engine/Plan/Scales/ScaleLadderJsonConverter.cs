using NeuralStyle.Plan.Json;

namespace NeuralStyle.Plan.Scales;

/// <summary>Writes a ladder as its text.</summary>
internal sealed class ScaleLadderJsonConverter() : TextValueConverter<ScaleLadder>(ScaleLadderText.Parse);

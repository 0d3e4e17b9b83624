using NeuralStyle.Plan.Manifests.Nodes;

namespace NeuralStyle.Plan.Axes;

/// <summary>A value of an axis and the text that asked for it.</summary>
/// <param name="Value">The value, of the parameter's type.</param>
/// <param name="Source">The text.</param>
internal readonly record struct AxisValue(object Value, SourceText Source);

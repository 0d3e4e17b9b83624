namespace NeuralStyle.Plan.Sheets;

/// <summary>One axis and the value it has there.</summary>
/// <param name="Axis">Name of the axis.</param>
/// <param name="Value">Label of the value.</param>
public sealed record GridLabel(string Axis, string Value);

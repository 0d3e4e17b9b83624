namespace NeuralStyle.Engine.Targets;

/// <summary>An image as targets are measured on it: everything that its pixels depend on.</summary>
/// <param name="Sha256">SHA-256 of the image file.</param>
/// <param name="Size">Longest side to which it was resized, pixels.</param>
/// <param name="Treatment">What was done to its colors, with what else that depends on; empty for nothing.</param>
public readonly record struct TargetSource(string Sha256, int Size, string Treatment = "");

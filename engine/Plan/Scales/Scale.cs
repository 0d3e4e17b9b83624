namespace NeuralStyle.Plan.Scales;

/// <summary>One step of a multi-scale run.</summary>
/// <param name="ImageSize">Longest side of the image, pixels.</param>
/// <param name="Iterations">Evaluations at this size.</param>
public readonly record struct Scale(int ImageSize, int Iterations);

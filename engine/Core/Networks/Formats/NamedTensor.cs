namespace NeuralStyle.Engine.Networks.Formats;

/// <summary>A tensor to be written to a file.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Values">Its numbers, row-major.</param>
public sealed record NamedTensor(string Name, IReadOnlyList<long> Shape, float[] Values);

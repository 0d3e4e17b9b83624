using NeuralStyle.Plan.Layers;

namespace NeuralStyle.Engine.Networks;

/// <summary>A convolution as a file holds it.</summary>
/// <param name="Layer">The convolution.</param>
/// <param name="Tensor">Its name in the file, without <c>.weight</c> and <c>.bias</c>.</param>
/// <param name="Shape">Its kernel's dimensions [out, in, 3, 3].</param>
/// <param name="Type">The kind of its numbers, such as <c>float32</c>.</param>
public sealed record WeightsLayer(LayerName Layer, string Tensor, IReadOnlyList<long> Shape, string Type);

using System.Numerics;

namespace NeuralStyle.Samples.Render.Mosaic;

/// <summary>A place in the design: the region it belongs to, which no tile may leave, and its color.</summary>
internal readonly record struct Patch(int Region, Vector3 Color);

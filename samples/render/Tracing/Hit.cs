namespace NeuralStyle.Samples.Render.Tracing;

/// <summary>Where a ray met a triangle: its index, the distance along the ray, and barycentric coordinates.</summary>
internal readonly record struct Hit(int Triangle, float Distance, float U, float V);

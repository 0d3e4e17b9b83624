using System.Numerics;

namespace NeuralStyle.Samples.Render.Tracing;

/// <summary>The look of one face: its finish and its linear-light base color.</summary>
internal readonly record struct Face(Finish Finish, Vector3 Color);

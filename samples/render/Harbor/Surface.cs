using System.Numerics;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>A point as the light sees it. Gloss is the share mirrored when looked at head on; Glow is light of its own.</summary>
internal readonly record struct Surface(Vector3 Position, Vector3 Normal, Vector3 Albedo, float Gloss, Vector3 Glow, bool LetsLightThrough);

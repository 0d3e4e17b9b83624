using System.Numerics;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>A pinhole camera.</summary>
internal sealed class Camera(Vector3 position, Vector3 target, float verticalFieldDegrees)
{
    private readonly Vector3 _forward = Vector3.Normalize(target - position);
    private readonly float _spread = MathF.Tan(verticalFieldDegrees * MathF.PI / 360);

    /// <summary>The ray through a point of the image, in pixels from the top left.</summary>
    public Ray Through(float x, float y, int width, int height)
    {
        var right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, _forward));
        var up = Vector3.Cross(_forward, right);
        var sideways = (2 * x - width) / height * _spread;
        var upward = (height - 2 * y) / height * _spread;
        return new Ray(position, Vector3.Normalize(_forward + sideways * right + upward * up));
    }
}

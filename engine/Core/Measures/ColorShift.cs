using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Measures;

/// <summary>How far the colors of a picture are from those of another, pixel by pixel.</summary>
public static class ColorShift
{
    /// <summary>
    /// The mean over pixels of Delta E*ab = sqrt(dL*^2 + da*^2 + db*^2) (CIE 1976). 0 for the same picture; 100 between black and white;
    /// 2.3 is a difference that one just notices (Mahy et al., 1994).
    /// </summary>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static double Of(Picture picture, Picture other) => Between(LabPlanes(picture), LabPlanes(other));

    /// <summary>L*, a*, b* of each pixel, one after another.</summary>
    internal static float[] LabPlanes(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var planes = picture.Planes.Span;
        var area = picture.Width * picture.Height;
        var lab = new float[planes.Length];
        for (var i = 0; i < area; i++)
        {
            var (l, a, b) = CieLab.Of(planes[i], planes[area + i], planes[(2 * area) + i]);
            (lab[3 * i], lab[(3 * i) + 1], lab[(3 * i) + 2]) = ((float)l, (float)a, (float)b);
        }

        return lab;
    }

    internal static double Between(float[] lab, float[] other)
    {
        if (lab.Length != other.Length)
            throw new ArgumentException($"The pictures must have as many pixels; they have {lab.Length / 3} and {other.Length / 3}.", nameof(other));

        double sum = 0;
        for (var i = 0; i < lab.Length; i += 3)
        {
            var (l, a, b) = ((double)lab[i] - other[i], (double)lab[i + 1] - other[i + 1], (double)lab[i + 2] - other[i + 2]);
            sum += Math.Sqrt((l * l) + (a * a) + (b * b));
        }

        return sum / (lab.Length / 3);
    }
}

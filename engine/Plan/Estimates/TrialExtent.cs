using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Estimates;

/// <summary>The size of what a trial computes.</summary>
public static class TrialExtent
{
    /// <summary>Width and height at the trial's own imageSize, pixels.</summary>
    /// <param name="parameters">The trial's parameters.</param>
    /// <param name="contentWidth">Width of the content image, or of anything of its proportions; 1 or more.</param>
    /// <param name="contentHeight">Height of the same.</param>
    public static (int Width, int Height) Of(TrialParameters parameters, int contentWidth, int contentHeight)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(contentWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(contentHeight, 1);
        if (parameters.Mode == TrialMode.Texture)
            return parameters.TextureSize.At(parameters.ImageSize, parameters.ImageSize);
        var longest = Math.Max(contentWidth, contentHeight);
        return (Scaled(contentWidth), Scaled(contentHeight));

        int Scaled(int side) => (int)Math.Max(1, ((2L * side * parameters.ImageSize) + longest) / (2L * longest));
    }
}

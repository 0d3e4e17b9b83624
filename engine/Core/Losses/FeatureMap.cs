using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>Features in the precision in which losses are computed.</summary>
internal static class FeatureMap
{
    /// <summary>Features [1,C,h,w] as float32; those of float64 stay, and so does the layout in memory.</summary>
    /// <exception cref="ArgumentException">They are of another shape.</exception>
    public static Tensor Of(Tensor features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.ndim != 4 || features.shape[0] != 1)
            throw new ArgumentException($"Features must be of shape [1,C,h,w]; seen [{string.Join(',', features.shape)}].", nameof(features));

        return features.dtype == ScalarType.Float64 ? features : features.to_type(ScalarType.Float32);
    }
}

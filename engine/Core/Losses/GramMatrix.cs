using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>The Gram matrix of a layer's features: which channels are active together, wherever that is (Gatys et al., 2015).</summary>
public static class GramMatrix
{
    /// <summary>G = F F^T over F of C channels and M = h w positions; raw sums, not divided by anything.</summary>
    /// <param name="features">Features [1,C,h,w].</param>
    /// <returns>Matrix [C,C], float32 whatever the features' precision.</returns>
    public static Tensor Of(Tensor features) => OfMatrix(MatrixOf(features));

    /// <summary>The features as a matrix [C,M], float32; a view where they are.</summary>
    internal static Tensor MatrixOf(Tensor features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.ndim != 4 || features.shape[0] != 1)
            throw new ArgumentException($"Features must be of shape [1,C,h,w]; seen [{string.Join(',', features.shape)}].", nameof(features));

        return features.reshape(features.shape[1], -1).to_type(ScalarType.Float32);
    }

    internal static Tensor OfMatrix(Tensor matrix) => matrix.mm(matrix.t());
}

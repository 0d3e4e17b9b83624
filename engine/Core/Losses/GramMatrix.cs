using NeuralStyle.Engine.Networks;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>The Gram matrix of a layer's features: which channels are active together, wherever that is (Gatys et al., 2015).</summary>
public static class GramMatrix
{
    private const int MostChannelsToSplit = 32;
    private const int Parts = 16;

    /// <summary>G = F F^T over F of C channels and M = h w positions; raw sums, not divided by anything.</summary>
    /// <param name="features">Features [1,C,h,w].</param>
    /// <returns>Matrix [C,C], float32 whatever the features' precision, but float64 for float64.</returns>
    public static Tensor Of(Tensor features) => OfMatrix(ChannelsLast.MatrixOf(FeatureMap.Of(features)));

    /// <summary>F F^T of F^T [M,C].</summary>
    internal static Tensor OfMatrix(Tensor matrix)
    {
        var (positions, channels) = (matrix.shape[0], matrix.shape[1]);
        if (channels > MostChannelsToSplit || positions % Parts != 0)
            return matrix.t().mm(matrix);

        // Few channels and many positions: a matrix product uses one core for it, and a batch of them all. Measured at 16 x 49,152
        // on two cores: 0.24 ms instead of 0.6 to 1.4.
        var parts = matrix.view(Parts, positions / Parts, channels);
        return parts.transpose(1, 2).bmm(parts).sum(dim: 0L);
    }
}

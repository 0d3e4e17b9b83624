using NeuralStyle.Engine.Networks;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>
/// The mean and the second raw moment E[x x^T] of the vectors of channels at a map's positions. Unlike a covariance, both may be
/// mixed linearly between images. They are float64, because a covariance is their difference, and its small eigenvalues would drown
/// in the rounding of the large ones.
/// </summary>
/// <param name="Mean">[C].</param>
/// <param name="Second">[C,C].</param>
internal readonly record struct FeatureMoments(Tensor Mean, Tensor Second)
{
    // Bounds the float64 copy of a map: 32 MiB at 64 channels.
    private const long PositionsAtOnce = 1 << 16;

    /// <summary>The covariance plus a multiple of the identity.</summary>
    public Tensor Covariance(double regularization) => (Second - Mean.outer(Mean)).add_(
        eye(Mean.shape[0], dtype: ScalarType.Float64, device: Mean.device), regularization);

    /// <summary>Measures features.</summary>
    /// <param name="features">Features [1,C,h,w].</param>
    /// <param name="guidance">Guidance [1,1,h,w] of a region, see <see cref="LayerMask.Guidance"/>; its squares weigh the positions. Null for none.</param>
    public static FeatureMoments Of(Tensor features, Tensor? guidance = null)
    {
        var matrix = ChannelsLast.MatrixOf(FeatureMap.Of(features));
        var column = guidance?.reshape(-1, 1).to_type(ScalarType.Float64);
        var (positions, channels) = (matrix.shape[0], matrix.shape[1]);
        var mean = zeros(channels, dtype: ScalarType.Float64, device: features.device);
        var second = zeros(channels, channels, dtype: ScalarType.Float64, device: features.device);
        for (long start = 0; start < positions; start += PositionsAtOnce)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(PositionsAtOnce, positions - start);
            var part = matrix.narrow(0, start, count).to_type(ScalarType.Float64);
            var weights = column?.narrow(0, start, count);
            var guided = weights is null ? part : part * weights;
            second.add_(guided.t().mm(guided));
            mean.add_((weights is null ? part : guided * weights).sum(dim: 0L));
        }

        return new FeatureMoments(mean.div_(positions), second.div_(positions));
    }
}

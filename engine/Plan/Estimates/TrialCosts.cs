using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Estimates;

/// <summary>
/// Estimates a trial's cost from its layers alone: the convolutions, which are nearly all of the work, and the maps that the
/// gradient needs. How fast a machine does a multiply-add has to be measured on it.
/// </summary>
public static class TrialCosts
{
    private const int BytesPerNumber = sizeof(float);
    private const int KernelTaps = 9;
    private const int MiniDivisor = 4;

    /// <summary>Estimates one trial.</summary>
    /// <param name="parameters">The trial's parameters.</param>
    /// <param name="width">Width of its image after resizing, pixels.</param>
    /// <param name="height">Height of its image after resizing, pixels.</param>
    public static TrialCost Of(TrialParameters parameters, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var divisor = parameters.Network == NetworkName.Vgg19Mini ? MiniDivisor : 1;
        LayerName[] taps =
        [
            .. parameters.ContentWeight == 0 ? [] : parameters.ContentLayers,
            .. parameters.StyleWeight == 0 ? [] : parameters.StyleLayers,
        ];
        var deepest = taps.Length == 0 ? -1 : taps.Max(VggTopology.DepthOf);

        double forward = 0;
        double keptNumbers = 0;
        double weightNumbers = 0;
        double largestMap = 0;
        var inputChannels = 3;
        foreach (var layer in VggTopology.Layers.Take(deepest + 1))
        {
            var channels = VggTopology.ChannelsOf(layer.Block) / divisor;
            double map = (double)channels * VggTopology.PositionsOf(layer, height, width);
            switch (layer.Kind)
            {
                case LayerKind.Conv:
                    forward += map * inputChannels * KernelTaps;
                    weightNumbers += ((double)inputChannels * KernelTaps * channels) + channels;
                    keptNumbers += map;
                    inputChannels = channels;
                    break;
                case LayerKind.Relu when taps.Contains(layer with { Kind = LayerKind.Conv }):
                    // Not in place, because the raw output is tapped: one more map.
                    keptNumbers += map;
                    break;
                case LayerKind.Pool:
                    // The pooled map, and for max pooling the 64-bit place of each maximum.
                    keptNumbers += parameters.Pooling == PoolingMode.Max ? 3 * map : map;
                    break;
                default:
                    break;
            }

            largestMap = Math.Max(largestMap, map);
        }

        double image = 3.0 * width * height;
        // Pairs of differences and the one being made, or Adam's two means.
        var optimizer = parameters.Optimizer == OptimizerKind.Lbfgs ? 2 * (parameters.HistorySize + 1) * image : 2 * image;
        // On top of the maps kept: two maps' gradients at once, and some copies of the image.
        var numbers = keptNumbers + weightNumbers + (2 * largestMap) + optimizer + (8 * image);
        // The gradient of a convolution with respect to its input costs as much as the convolution.
        return new TrialCost(2 * forward * parameters.Iterations, (long)(numbers * BytesPerNumber));
    }
}

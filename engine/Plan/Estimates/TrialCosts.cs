using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Estimates;

/// <summary>
/// Estimates a trial's cost from its layers alone: the convolutions, which are nearly all of the work, and the memory that
/// <see cref="TrialMemory"/> counts. How fast a machine does a multiply-add has to be measured on it.
/// </summary>
public static class TrialCosts
{
    private const int KernelTaps = 9;

    /// <summary>Estimates one trial.</summary>
    /// <param name="parameters">The trial's parameters.</param>
    /// <param name="width">Width of its image at the trial's own imageSize, pixels.</param>
    /// <param name="height">Height of its image at the trial's own imageSize, pixels.</param>
    public static TrialCost Of(TrialParameters parameters, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var multiplyAdds = parameters.AllScales.Sum(scale => scale.Iterations * PerEvaluation(parameters, width, height, scale.ImageSize));
        return new TrialCost(multiplyAdds, TrialMemory.Of(parameters, width, height));
    }

    /// <summary>Multiply-adds of one evaluation, gradient included.</summary>
    /// <param name="parameters">The trial's parameters.</param>
    /// <param name="width">Width of its image at the trial's own imageSize, pixels.</param>
    /// <param name="height">Height of its image at the trial's own imageSize, pixels.</param>
    /// <param name="imageSize">The imageSize of the evaluation, pixels; null for the trial's own.</param>
    public static double PerEvaluation(TrialParameters parameters, int width, int height, int? imageSize = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var ratio = (double)(imageSize ?? parameters.ImageSize) / parameters.ImageSize;
        var (across, down) = ((long)Math.Round(width * ratio), (long)Math.Round(height * ratio));
        var (content, style) = (parameters.ActiveContentLayers, parameters.ActiveStyleLayers);
        var forward = parameters.Backward == BackwardMode.Separate
            ? Forward(parameters.Network, content, across, down) + Forward(parameters.Network, style, across, down)
            : Forward(parameters.Network, [.. content, .. style], across, down);
        // The gradient of a convolution with respect to its input costs as much as the convolution.
        return 2 * forward;
    }

    private static double Forward(NetworkName network, LayerSet taps, long width, long height)
    {
        double forward = 0;
        var inputChannels = 3;
        foreach (var convolution in NetworkMaps.LayersTo(network, taps).Where(layer => layer.Kind == LayerKind.Conv))
        {
            forward += NetworkMaps.Numbers(network, convolution, width, height) * inputChannels * KernelTaps;
            inputChannels = NetworkMaps.Channels(network, convolution);
        }

        return forward;
    }
}

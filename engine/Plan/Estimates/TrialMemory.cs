using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Estimates;

/// <summary>
/// Estimates the memory that a trial adds to a process that has loaded the tensor library: the maps that the gradient needs, the
/// gradients of the layers' losses, the optimizer's images, and what the allocator makes of them. The constants were measured on
/// Linux with glibc (<c>nst bench --only peak</c>); on a CUDA device nothing was measured. The float64 copies of the Wasserstein loss are
/// not counted: with it the estimate was 0.85 to 1.18 of what was measured (Adam, vgg19-mini at 128 to 768 px, vgg19 at 256 and 512).
/// </summary>
public static class TrialMemory
{
    private const double BytesPerNumber = sizeof(float);
    private const double BytesPerHalf = sizeof(short);
    private const int KernelTaps = 9;

    // Code and buffers that the first evaluation brings in, whatever the size: about 24 MiB.
    private const double FirstUse = 24 * 1024 * 1024;

    // Blocks of 32 MiB and more go back at once; smaller ones stay in the heap while a trial runs, where blocks of many sizes leave gaps.
    private const double HeapBlock = 32 * 1024 * 1024;
    private const double WithGaps = 1.6;
    private const double WithoutGaps = 1.4;

    // The image, its gradient, the total variation's differences, content and start.
    private const double ImagesAtWork = 8;

    /// <summary>Bytes at the worst moment.</summary>
    /// <param name="parameters">The trial's parameters.</param>
    /// <param name="width">Width of its image, pixels.</param>
    /// <param name="height">Height of its image, pixels.</param>
    public static long Of(TrialParameters parameters, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var content = parameters.ActiveContentLayers;
        var style = parameters.ActiveStyleLayers;
        var evaluating = parameters.Backward == BackwardMode.Separate
            ? Math.Max(Evaluating(parameters, content, width, height), Evaluating(parameters, style, width, height))
            : Evaluating(parameters, [.. content, .. style], width, height);
        var measuring = Measuring(parameters, style, width * parameters.StyleScale, height * parameters.StyleScale);
        var targets = content.Sum(layer => MapBytes(parameters, layer, width, height));

        double image = 3.0 * width * height * BytesPerNumber;
        var transient = Math.Max(evaluating, measuring) + (ImagesAtWork * image);
        var largest = NetworkMaps.LayersTo(parameters.Network, [.. content, .. style])
            .Select(layer => MapBytes(parameters, layer, width, height)).DefaultIfEmpty(0).Max();
        var gaps = largest < HeapBlock ? WithGaps : WithoutGaps;
        return (long)(FirstUse + (gaps * (transient + targets + Weights(parameters, [.. content, .. style]))) + (OptimizerImages(parameters) * image));
    }

    /// <summary>Maps kept for the gradient, the losses' gradients at their layers, and two maps' gradients on their way back.</summary>
    private static double Evaluating(TrialParameters parameters, LayerSet taps, int width, int height)
    {
        double kept = 0;
        double largest = 0;
        foreach (var layer in NetworkMaps.LayersTo(parameters.Network, taps))
        {
            var map = MapBytes(parameters, layer, width, height);
            kept += layer.Kind switch
            {
                LayerKind.Conv => map,
                // Not in place where the raw output is tapped: one more map.
                LayerKind.Relu => taps.Contains(layer with { Kind = LayerKind.Conv }) ? map : 0,
                // The pooled map, and for max pooling the 64-bit place of each maximum.
                _ => map + (parameters.Pooling == PoolingMode.Max ? map / BytesPerMapNumber(parameters) * sizeof(long) : 0),
            };
            largest = Math.Max(largest, map);
        }

        return kept + taps.Distinct().Sum(layer => MapBytes(parameters, layer, width, height)) + (2 * largest);
    }

    /// <summary>The style's maps while its statistics are measured; no gradient, so only those of the layers and two on their way.</summary>
    private static double Measuring(TrialParameters parameters, LayerSet style, double width, double height)
    {
        var (across, down) = ((int)width, (int)height);
        var largest = NetworkMaps.LayersTo(parameters.Network, style)
            .Select(layer => MapBytes(parameters, layer, across, down)).DefaultIfEmpty(0).Max();
        return style.Sum(layer => MapBytes(parameters, layer, across, down)) + (2 * largest);
    }

    private static double Weights(TrialParameters parameters, LayerSet taps)
    {
        double numbers = 0;
        var inputChannels = 3;
        foreach (var convolution in NetworkMaps.LayersTo(parameters.Network, taps).Where(layer => layer.Kind == LayerKind.Conv))
        {
            var channels = NetworkMaps.Channels(parameters.Network, convolution);
            numbers += ((double)inputChannels * KernelTaps * channels) + channels;
            inputChannels = channels;
        }

        return numbers * BytesPerNumber;
    }

    // Pairs of differences, as many as there can be, and the one being made; or Adam's two means. The mean of iterates.
    private static double OptimizerImages(TrialParameters parameters)
    {
        var pairs = Math.Min(parameters.HistorySize, parameters.Iterations) + 1;
        return (parameters.Optimizer == OptimizerKind.Lbfgs ? 2 * pairs : 2) + (parameters.Averaging > 0 ? 1 : 0);
    }

    private static double MapBytes(TrialParameters parameters, LayerName layer, int width, int height) =>
        NetworkMaps.Numbers(parameters.Network, layer, width, height) * BytesPerMapNumber(parameters);

    private static double BytesPerMapNumber(TrialParameters parameters) =>
        parameters.Precision == Precision.Bfloat16 ? BytesPerHalf : BytesPerNumber;
}

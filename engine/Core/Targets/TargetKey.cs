using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Targets;

/// <summary>Everything that features of one layer of one image depend on.</summary>
/// <param name="ImageSha256">SHA-256 of the image file.</param>
/// <param name="ImageSize">Longest side to which it was resized, pixels.</param>
/// <param name="WeightsSha256">SHA-256 of the network's weights.</param>
/// <param name="Pooling">How the network pools.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Kind">What is kept of its features.</param>
public readonly record struct TargetKey(
    string ImageSha256, int ImageSize, string WeightsSha256, PoolingMode Pooling, LayerName Layer, TargetKind Kind);

using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Targets;

/// <summary>Everything that a target of one layer of one image depends on. Masks lie on the result, not on what it is compared with.</summary>
/// <param name="Source">The image.</param>
/// <param name="WeightsSha256">SHA-256 of the network's weights.</param>
/// <param name="Pooling">How the network pools.</param>
/// <param name="Precision">Arithmetic of its convolutions.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Kind">What is kept of its features.</param>
public readonly record struct TargetKey(
    TargetSource Source, string WeightsSha256, PoolingMode Pooling, Precision Precision, LayerName Layer, TargetKind Kind);

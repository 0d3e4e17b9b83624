using System.Collections.Immutable;
using NeuralStyle.Engine.Optimization;

namespace NeuralStyle.Engine.Stylization.Checkpoints;

/// <summary>The tensors of a descent between two steps, on the host.</summary>
/// <param name="Image">Where the optimizer stands, 3 x height x width.</param>
/// <param name="Good">The last good image, likewise.</param>
/// <param name="Mean">The sum behind the mean of iterates, likewise; empty where the trial doesn't average.</param>
/// <param name="Best">The image of the lowest loss, likewise; empty where none is kept.</param>
/// <param name="Optimizer">What the optimizer knows.</param>
internal sealed record DescentTensors(
    ImmutableArray<float> Image,
    ImmutableArray<float> Good,
    ImmutableArray<float> Mean,
    ImmutableArray<float> Best,
    OptimizerState Optimizer);

using NeuralStyle.Plan.Layers;

namespace NeuralStyle.Plan.Conventions;

/// <summary>What each loss of a trial is multiplied by, beside its kind's own scale, before any schedule.</summary>
/// <param name="Content">For each active content layer, in order: content weight times the layer's share.</param>
/// <param name="Style">For each active style layer, in order: style weight times the layer's share.</param>
public sealed record LossWeights(IReadOnlyList<LayerWeight> Content, IReadOnlyList<LayerWeight> Style);

using NeuralStyle.Plan.Layers;

namespace NeuralStyle.Plan.Records;

/// <summary>One layer's part of the loss.</summary>
/// <param name="Loss">Content or style.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Weight">What its loss is multiplied by, before any schedule: the trial's weight times the layer's share, translated where weightsFrom says so.</param>
public sealed record LossLayer(LossPart Loss, LayerName Layer, double Weight);

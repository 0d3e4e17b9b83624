namespace NeuralStyle.Plan.Conventions;

/// <summary>The numbers that normalizations are made of.</summary>
/// <param name="Channels">C: channels of the layer.</param>
/// <param name="Positions">M: positions h w of the layer's features.</param>
/// <param name="ImagePixels">S: pixels W H of the image.</param>
public readonly record struct LayerExtent(long Channels, long Positions, long ImagePixels);

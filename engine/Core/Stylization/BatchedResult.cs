namespace NeuralStyle.Engine.Stylization;

/// <summary>How one trial of a batch ended: with an image or a failure.</summary>
/// <param name="Image">The result; null when it failed.</param>
/// <param name="Failure">Why it failed, or that it was cancelled; null when it did not.</param>
public sealed record BatchedResult(StylizedImage? Image, Exception? Failure);

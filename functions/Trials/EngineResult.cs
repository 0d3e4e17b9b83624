namespace NeuralStyle.Functions.Trials;

/// <summary>How a trial ended on the engine.</summary>
/// <param name="Image">The result; null when it failed.</param>
/// <param name="Failure">Why it failed, or that it was cancelled; null when it did not.</param>
public sealed record EngineResult(TrialImage? Image, Exception? Failure);

namespace NeuralStyle.Engine.Stylization;

/// <summary>A trial's parameters and images don't fit each other, or its loss left the finite numbers.</summary>
public sealed class StylizationException(string message, Exception? innerException = null) : EngineException(message, innerException);

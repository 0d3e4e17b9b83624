namespace NeuralStyle.Engine.Networks;

/// <summary>A weights file is missing or damaged, or holds other layers than were asked for.</summary>
public sealed class WeightsException(string message, Exception? innerException = null) : EngineException(message, innerException);

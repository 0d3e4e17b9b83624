namespace NeuralStyle.Engine.Stylization.Passes;

/// <summary>A pass that several trials shared failed for all of them; each can still go on alone.</summary>
internal sealed class SharedPassException(string message, Exception inner) : EngineException(message, inner);

using NeuralStyle.Engine;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>A final failure of a trial.</summary>
public sealed class FakeEngineException(string message) : EngineException(message);

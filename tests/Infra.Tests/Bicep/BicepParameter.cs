namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>A parameter, with its decorators by name.</summary>
public sealed record BicepParameter(string Name, string Type, bool Required, IReadOnlyDictionary<string, IReadOnlyList<string>> Decorators, int Line);

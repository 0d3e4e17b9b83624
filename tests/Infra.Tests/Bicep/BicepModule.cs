namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>A module: its path, and the parameters that it is given.</summary>
public sealed record BicepModule(string Symbol, string Path, IReadOnlyList<string> Given, int Line);

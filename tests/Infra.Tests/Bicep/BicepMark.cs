namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>Something at a place of a file.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Text">What it is.</param>
/// <param name="Symbol">Of a module's output, the module.</param>
public sealed record BicepMark(int Line, int Column, string Text, string? Symbol = null);

namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>A resource: <c>type@version</c>, and its text.</summary>
public sealed record BicepResource(string Symbol, string Type, bool Existing, string Text, int Line);

namespace NeuralStyle.Engine.Devices;

/// <summary>What the driver says of a GPU.</summary>
/// <param name="Name">The model, e.g. <c>Tesla T4</c>.</param>
/// <param name="Driver">The driver's version.</param>
/// <param name="MemoryBytes">Its memory.</param>
/// <param name="FreeBytes">What of it no process uses.</param>
public sealed record GpuFacts(string Name, string Driver, long MemoryBytes, long FreeBytes);

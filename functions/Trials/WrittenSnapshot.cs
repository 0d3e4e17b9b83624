namespace NeuralStyle.Functions.Trials;

/// <summary>A snapshot as a run wrote it.</summary>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="ETag">The version that the store gave it; null where it wasn't told.</param>
public sealed record WrittenSnapshot(string Sha256, string? ETag);

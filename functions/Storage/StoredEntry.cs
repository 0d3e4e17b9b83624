namespace NeuralStyle.Functions.Storage;

/// <summary>A blob as a listing shows it.</summary>
public sealed record StoredEntry(string Name, string ETag, long Bytes);

namespace NeuralStyle.Functions.Storage;

/// <summary>A blob's bytes and the version that they are of.</summary>
public sealed record StoredBlob(ReadOnlyMemory<byte> Content, string ETag);

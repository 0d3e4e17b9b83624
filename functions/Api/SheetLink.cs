namespace NeuralStyle.Functions.Api;

/// <summary>A link that lets whoever has it read one file for a while.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="File">The file.</param>
/// <param name="Url">The link. It needs no further key: hand it on with care.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
public sealed record SheetLink(string Sweep, string File, Uri Url, DateTimeOffset ExpiresAt);

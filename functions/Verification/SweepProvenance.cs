using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Verification;

/// <summary>
/// What a sweep's sheet was composed of, by hash, and all that composing it again needs beside that: <c>results/{sweep}/provenance.json</c>.
/// It is no signature: who can write all files of a sweep can make a false one that agrees with itself.
/// </summary>
public sealed record SweepProvenance
{
    /// <summary>Version of this document's form.</summary>
    public int Format { get; init; } = 1;

    /// <summary>What was asked for, with the outcomes as they were then.</summary>
    public required SheetRequest Request { get; init; }

    /// <summary>When it was composed, UTC.</summary>
    public required DateTimeOffset ComposedAt { get; init; }

    /// <summary>Version of NeuralStyle that composed it.</summary>
    public required string Product { get; init; }

    /// <summary>The image library that drew it, with its version.</summary>
    public required string Images { get; init; }

    /// <summary>The documents, pages, table and report under <c>results/{sweep}/</c>.</summary>
    public required IReadOnlyList<RecordedFile> Results { get; init; }

    /// <summary>The records under <c>trials/</c> that it was composed of.</summary>
    public required IReadOnlyList<RecordedFile> Records { get; init; }
}

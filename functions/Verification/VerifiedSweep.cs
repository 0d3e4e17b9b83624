namespace NeuralStyle.Functions.Verification;

/// <summary>What came of verifying a sweep.</summary>
public sealed record VerifiedSweep
{
    /// <summary>The sweep.</summary>
    public required string Sweep { get; init; }

    /// <summary>Whether nothing contradicts anything.</summary>
    public bool IsTrue => Problem is null;

    /// <summary>The first file that was found to lie, e.g. <c>trials/0123456789abcdef/record.json</c>; null where none was.</summary>
    public string? File { get; init; }

    /// <summary>What it says, and what is true; null where nothing was found.</summary>
    public string? Problem { get; init; }

    /// <summary>Distinct trials of the sweep; 0 where its plan already lies.</summary>
    public int Trials { get; init; }

    /// <summary>Files that were held against their hashes or derived again.</summary>
    public int Files { get; init; }

    /// <summary>What could not be checked here, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

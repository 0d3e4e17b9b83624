namespace NeuralStyle.Functions.Trials;

/// <summary>The files that a trial reads.</summary>
/// <param name="Images">Bytes of each image that the trial names, by its name.</param>
public sealed record TrialFiles(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Images)
{
    /// <summary>Bytes of the result that init trial starts from; null for other inits.</summary>
    public ReadOnlyMemory<byte>? InitTrial { get; init; }

    /// <summary>The checkpoint of an earlier run that was broken off; null to begin.</summary>
    public ReadOnlyMemory<byte>? Checkpoint { get; init; }
}

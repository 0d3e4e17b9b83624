namespace NeuralStyle.Functions.Storage;

/// <summary>A blob that is there as it was to be written.</summary>
/// <param name="ETag">Its version.</param>
/// <param name="IsKnownOurs">
/// Whether the store answered that this call wrote it. Else it had the same bytes already: written by this call, whose answer was lost, or by
/// somebody else at the same time.
/// </param>
public sealed record WrittenBlob(string ETag, bool IsKnownOurs);

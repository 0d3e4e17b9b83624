using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Sheets;

/// <summary>Pictures of the images that a sweep reads, by name. One that is gone, changed or unreadable is left out.</summary>
public sealed class SourceImages(IStore store, ISheetImages images)
{
    // As large as a cell of the sheet, and small enough to be carried in the report.
    private const int LongestSide = 512;

    /// <summary>Pictures of the content images that some trial reads.</summary>
    public Task<IReadOnlyDictionary<string, byte[]>> ReadContentsAsync(SweepPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ReadAsync(plan.Trials.Where(trial => trial.Parameters.ReadsContent).Select(trial => trial.Content), cancellation);
    }

    /// <summary>Pictures of the style images that some trial reads, those of blends in their order.</summary>
    public Task<IReadOnlyDictionary<string, byte[]>> ReadStylesAsync(SweepPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ReadAsync(plan.Trials.Where(trial => trial.Parameters.ReadsStyle).SelectMany(trial => trial.Styles), cancellation);
    }

    /// <summary>Pictures of the images that some trial's parameters name.</summary>
    public Task<IReadOnlyDictionary<string, byte[]>> ReadOthersAsync(SweepPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ReadAsync(plan.Trials.SelectMany(trial => trial.OtherImages), cancellation);
    }

    private async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(IEnumerable<ImageReference> wanted, CancellationToken cancellation)
    {
        var pictures = new Dictionary<string, byte[]>();
        foreach (var image in wanted.DistinctBy(image => image.Name))
        {
            if (await ReadAsync(image.Name, cancellation) is { } blob
                && Sha256.Of(blob.Content.Span) == image.Sha256
                && images.Thumbnail(image.Name, blob.Content, LongestSide) is { } picture)
                pictures[image.Name] = picture;
        }

        return pictures;
    }

    private async Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadAsync(StoreLayout.InputContainer, name, cancellation);
        }
        catch (BlobTooLargeException)
        {
            // It changed since it was planned.
            return null;
        }
    }
}

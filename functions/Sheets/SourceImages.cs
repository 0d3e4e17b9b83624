using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Sheets;

/// <summary>Pictures of a sweep's content and style images, by name. One that is gone, changed or unreadable is left out.</summary>
public sealed class SourceImages(IStore store, ISheetImages images)
{
    // As large as a cell of the sheet, and small enough to be carried in the report.
    private const int LongestSide = 512;

    /// <summary>Pictures of the content images, or of the style images.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(
        SweepPlan plan, Func<Trial, ImageReference> which, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var pictures = new Dictionary<string, byte[]>();
        foreach (var image in plan.Trials.Select(which).DistinctBy(image => image.Name))
        {
            var blob = await store.ReadAsync(StoreLayout.InputContainer, image.Name, cancellation);
            if (blob is not null
                && Sha256.Of(blob.Content.Span) == image.Sha256
                && images.Thumbnail(image.Name, blob.Content, LongestSide) is { } picture)
                pictures[image.Name] = picture;
        }

        return pictures;
    }
}

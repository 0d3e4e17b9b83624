using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>Reads the images of a trial and holds them against what was planned.</summary>
public sealed class TrialImages(IStore store)
{
    /// <summary>All files that a trial reads.</summary>
    /// <exception cref="TrialInputException">One is gone, or it is not the one that was planned.</exception>
    public async Task<TrialFiles> ReadAllAsync(Trial trial, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var images = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var image in (IEnumerable<ImageReference>)[trial.Content, .. trial.Styles, .. trial.OtherImages])
        {
            if (!images.ContainsKey(image.Name))
                images.Add(image.Name, await ReadAsync(image, cancellation));
        }

        return new TrialFiles(images);
    }

    /// <summary>The bytes of an image's file.</summary>
    /// <exception cref="TrialInputException">It is gone, or it is not the one that was planned.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(ImageReference image, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(image);
        var blob = await store.ReadAsync(StoreLayout.InputContainer, image.Name, cancellation)
            ?? throw new TrialInputException($"Image '{image.Name}' is no longer in {StoreLayout.InputContainer}/. Put it back and submit the sweep again.");
        var sha256 = Sha256.Of(blob.Content.Span);
        return sha256 == image.Sha256
            ? blob.Content
            : throw new TrialInputException(
                $"Image '{image.Name}' changed after the sweep was planned: its SHA-256 is {sha256[..12]}..., planned was {image.Sha256[..12]}.... "
                + "Submit the sweep again to run it with the new image.");
    }
}

using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>Reads the images of a trial and holds them against what was planned.</summary>
public sealed class TrialImages(IStore store, FinishedTrials finished)
{
    private const long KeptBytes = 64 << 20;

    private readonly RecentImages _recent = new(KeptBytes);

    /// <summary>All files that a trial reads.</summary>
    /// <exception cref="TrialInputException">One is gone, or it is not the one that was planned.</exception>
    public async Task<TrialFiles> ReadAllAsync(Trial trial, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var named = ((IEnumerable<ImageReference>)[trial.Content, .. trial.Styles, .. trial.OtherImages]).DistinctBy(image => image.Name).ToList();
        var read = await Task.WhenAll(named.Select(image => ReadAsync(image, cancellation)));
        var images = named.Zip(read).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
        return new TrialFiles(images)
        {
            // A bare null would become empty memory.
            InitTrial = trial.Parameters.Init == InitMode.Trial
                ? await ReadResultAsync(trial.Parameters.InitTrial, cancellation)
                : default(ReadOnlyMemory<byte>?),
        };
    }

    /// <summary>The bytes of an image's file.</summary>
    /// <exception cref="TrialInputException">It is gone, or it is not the one that was planned.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(ImageReference image, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (_recent.Find(image.Sha256) is { } kept)
            return kept;
        var blob = await ReadBlobAsync(image.Name, cancellation)
            ?? throw new TrialInputException($"Image '{image.Name}' is no longer in {StoreLayout.InputContainer}/. Put it back and submit the sweep again.");
        var sha256 = Sha256.Of(blob.Content.Span);
        if (sha256 != image.Sha256)
        {
            throw new TrialInputException(
                $"Image '{image.Name}' changed after the sweep was planned: its SHA-256 is {sha256[..12]}..., planned was {image.Sha256[..12]}.... "
                + "Submit the sweep again to run it with the new image.");
        }

        _recent.Keep(sha256, blob.Content);
        return blob.Content;
    }

    private async Task<StoredBlob?> ReadBlobAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadAsync(StoreLayout.InputContainer, name, cancellation);
        }
        catch (BlobTooLargeException exception)
        {
            throw new TrialInputException(exception.Message);
        }
    }

    /// <summary>The bytes of another trial's result.</summary>
    private async Task<ReadOnlyMemory<byte>> ReadResultAsync(string trialId, CancellationToken cancellation)
    {
        var record = await finished.FindAsync(trialId, cancellation)
            ?? throw new TrialInputException(
                $"Trial {trialId}, whose result this one starts from, has no result in this store. Run that trial first, then submit this sweep again.");
        if (record.State == TrialState.Failed)
        {
            throw new TrialInputException(
                $"Trial {trialId}, whose result this one starts from, failed: {record.Reason} Allowed are trials that completed.");
        }

        var name = StoreLayout.TrialImage(trialId);
        var image = await store.ReadAsync(StoreLayout.TrialsContainer, name, cancellation);
        var sha256 = image is null ? "none" : Sha256.Of(image.Content.Span);
        return image is not null && sha256 == record.ImageSha256
            ? image.Content
            : throw new TrialInputException(
                $"{StoreLayout.TrialsContainer}/{name}, which this trial starts from, is not the image of its record: its SHA-256 is "
                + $"{Short(sha256)}, recorded is {Short(record.ImageSha256)}. Remove {StoreLayout.TrialsContainer}/{StoreLayout.TrialRecord(trialId)}, "
                + "run that trial again, then submit this sweep again.");
    }

    private static string Short(string? sha256) => sha256 is { Length: > 12 } ? $"{sha256[..12]}..." : sha256 ?? "none";
}

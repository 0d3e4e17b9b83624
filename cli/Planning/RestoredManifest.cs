using System.Text;
using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Provenance;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Planning;

/// <summary>A manifest that a sheet or a trial's image carries in its metadata.</summary>
/// <param name="Text">The manifest.</param>
/// <param name="Images">The images that a trial's image was made from, with their hashes; a sheet doesn't say them.</param>
internal sealed record RestoredManifest(string Text, IReadOnlyList<ImageReference> Images)
{
    /// <summary>The trial whose result a trial's image was begun from; null for none.</summary>
    public string? InitTrial { get; init; }

    // A sheet is at most 100 megapixels; the pixels aren't decoded.
    private const long LargestFile = 512L << 20;

    /// <summary>The manifest of a file.</summary>
    /// <exception cref="ImageException">It is no whole PNG.</exception>
    /// <exception cref="ManifestException">What it carries is no manifest.</exception>
    /// <exception cref="UsageException">It carries none, or one that was changed.</exception>
    public static RestoredManifest Of(FileInfo file, ReadOnlySpan<byte> png)
    {
        if (png.Length > LargestFile)
            throw new UsageException($"'{file.Name}' has {png.Length} bytes; read are up to {LargestFile}");
        var restored = PngText.Read(file.Name, png, SheetSettings.Keyword) is { } manifest
            ? new RestoredManifest(manifest, [])
            : OfTrial(file, PngText.Read(file.Name, png, ImageSettings.Keyword));
        ManifestParser.Parse(Encoding.UTF8.GetBytes(restored.Text), file.Name);
        return restored;
    }

    private static RestoredManifest OfTrial(FileInfo file, string? text)
    {
        if (text is null)
        {
            throw new UsageException($"'{file.Name}' carries no settings; allowed are sheet.png and image.png as they were written: "
                + "many programs that save or send pictures leave metadata out");
        }

        try
        {
            var trial = ImageSettings.Parse(text).Trial;
            return new RestoredManifest(TrialManifest.Of(trial), [.. new[] { trial.Content }.Concat(trial.Styles).Concat(trial.OtherImages).Distinct()])
            {
                InitTrial = trial.Parameters.Init == InitMode.Trial ? trial.Parameters.InitTrial : null,
            };
        }
        catch (FormatException exception)
        {
            throw new UsageException($"'{file.Name}': {exception.Message}");
        }
    }
}

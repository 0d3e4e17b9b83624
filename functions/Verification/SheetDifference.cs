using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Provenance;

namespace NeuralStyle.Functions.Verification;

/// <summary>Where a page of the sheet is not as it is drawn from records and images.</summary>
internal static class SheetDifference
{
    /// <summary>What differs: the settings in it, its size, or pixels of a rectangle.</summary>
    public static string? Between(string name, ReadOnlyMemory<byte> said, ReadOnlyMemory<byte> truth)
    {
        try
        {
            var manifest = PngText.Read(name, truth.Span, SheetSettings.Keyword);
            if (PngText.Read(name, said.Span, SheetSettings.Keyword) is var carried && carried != manifest)
                return carried is null ? "it doesn't carry its manifest" : $"the manifest in it was changed: {TextDifference.Between(carried, manifest ?? string.Empty)}";
            var (left, right) = (Read(name, said), Read(name, truth));
            if (left.Size != right.Size)
                return $"it has {left.Size} pixels; drawn from records and images it has {right.Size}";
            return Differing(left, right) is { } box
                ? $"it is not what records and images give: pixels differ from ({box.Left}, {box.Top}) to ({box.Right}, {box.Bottom})"
                : null;
        }
        catch (EngineException exception)
        {
            return exception.Message;
        }
    }

    // A page may have as many pixels as a sheet is allowed, and so is no hostile image.
    private static Picture Read(string name, ReadOnlyMemory<byte> png) =>
        new ImageReader(new ImageLimits { MaxBytes = long.MaxValue }).Read(name, png.ToArray());

    private static (int Left, int Top, int Right, int Bottom)? Differing(Picture said, Picture truth)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, -1, -1);
        for (var channel = 0; channel < Picture.Channels; channel++)
        {
            for (var y = 0; y < said.Height; y++)
            {
                for (var x = 0; x < said.Width; x++)
                {
                    if (said.At(channel, x, y) == truth.At(channel, x, y))
                        continue;
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                }
            }
        }

        return right < 0 ? null : (left, top, right, bottom);
    }
}

namespace NeuralStyle.Engine.Sheets;

/// <summary>What every page of one sheet shares.</summary>
public sealed record SheetFrame
{
    /// <summary>Name of the sweep.</summary>
    public required string Title { get; init; }

    /// <summary>The settings that all trials share, a line or two in words.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Width of the widest and height of the highest result of the sheet, pixels; 0 x 0 when there is none.</summary>
    public required PixelSize LargestImage { get; init; }

    /// <summary>Content images as PNG, by name, which is also the label where <c>content</c> is an axis. An absent one is only named.</summary>
    public IReadOnlyDictionary<string, byte[]> Contents { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Style images as PNG, by name, which is also the label where <c>style</c> is an axis. An absent one is only named.</summary>
    public IReadOnlyDictionary<string, byte[]> Styles { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Images that parameters name, shown after those.</summary>
    public IReadOnlyList<InputImage> Others { get; init; } = [];
}

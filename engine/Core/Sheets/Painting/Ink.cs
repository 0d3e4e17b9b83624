namespace NeuralStyle.Engine.Sheets.Painting;

/// <summary>A color, sRGB.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>The page.</summary>
    public static Ink Paper { get; } = new(0xFC, 0xFB, 0xF9);

    /// <summary>Titles and values.</summary>
    public static Ink Strong { get; } = new(0x1C, 0x1B, 0x19);

    /// <summary>Names of axes, captions.</summary>
    public static Ink Soft { get; } = new(0x6B, 0x68, 0x60);

    /// <summary>Thin lines.</summary>
    public static Ink Rule { get; } = new(0xD9, 0xD5, 0xCB);

    /// <summary>Ground of a failed cell.</summary>
    public static Ink FailedTint { get; } = new(0xFB, 0xE6, 0xE3);

    /// <summary>Edge of a failed cell.</summary>
    public static Ink FailedEdge { get; } = new(0xE3, 0xAA, 0xA3);

    /// <summary>Text of a failed cell; 8.1 to 1 against its ground.</summary>
    public static Ink FailedText { get; } = new(0x8B, 0x18, 0x18);

    /// <summary>Ground of a cell whose trial did not run.</summary>
    public static Ink IdleTint { get; } = new(0xF1, 0xEF, 0xEA);
}

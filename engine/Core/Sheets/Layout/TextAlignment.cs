namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>Where a line lies in its room.</summary>
internal enum TextAlignment
{
    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right edge.</summary>
    Right,
}

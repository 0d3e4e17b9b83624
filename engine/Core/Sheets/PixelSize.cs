namespace NeuralStyle.Engine.Sheets;

/// <summary>A size in whole pixels.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public readonly record struct PixelSize(int Width, int Height);

namespace NeuralStyle.Engine.Sheets;

/// <summary>One painted page.</summary>
/// <param name="Png">The file: 8-bit RGB, sRGB, no side above 16,384 pixels.</param>
/// <param name="Cells">Where each trial's image lies, row by row; places without a trial are left out.</param>
public sealed record PaintedSheet(byte[] Png, IReadOnlyList<PlacedCell> Cells);

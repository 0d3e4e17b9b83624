using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>A rectangle to fill.</summary>
internal sealed record FillItem(int X, int Y, int Width, int Height, Ink Ink);

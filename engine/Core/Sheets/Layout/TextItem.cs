using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>A line of text to draw.</summary>
/// <param name="Line">The text.</param>
/// <param name="Style">How it is set.</param>
/// <param name="X">Its left end, pixels.</param>
/// <param name="Y">Its top, pixels.</param>
internal sealed record TextItem(string Line, TextStyle Style, int X, int Y);

using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>A small picture to draw.</summary>
internal sealed record ThumbnailItem(CellPicture Picture, int X, int Y);

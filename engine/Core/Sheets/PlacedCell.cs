namespace NeuralStyle.Engine.Sheets;

/// <summary>Where a trial's image, or the notice in its stead, lies on a painted page.</summary>
/// <param name="TrialId">The trial.</param>
/// <param name="Row">Row of the page, from 0.</param>
/// <param name="Column">Column of the page, from 0.</param>
/// <param name="X">Left edge, pixels.</param>
/// <param name="Y">Top edge, pixels.</param>
/// <param name="Width">Width as shown, pixels.</param>
/// <param name="Height">Height as shown, pixels.</param>
/// <param name="Scale">Pixels shown for a pixel of the image: 1 mostly, a whole number for tiny images, below 1 for ones larger than a cell may be; 1 for a notice.</param>
public sealed record PlacedCell(string TrialId, int Row, int Column, int X, int Y, int Width, int Height, double Scale);

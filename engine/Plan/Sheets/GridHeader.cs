namespace NeuralStyle.Plan.Sheets;

/// <summary>What a row, a column or a page stands for: a value for each axis laid along it, slowest first. Empty when there is none.</summary>
/// <param name="Labels">The axes and values.</param>
public sealed record GridHeader(IReadOnlyList<GridLabel> Labels);

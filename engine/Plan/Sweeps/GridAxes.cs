namespace NeuralStyle.Plan.Sweeps;

/// <summary>Which axes are laid along which direction of the sheet; the first of a list varies slowest.</summary>
/// <param name="Rows">Axes down the page.</param>
/// <param name="Columns">Axes across the page.</param>
/// <param name="Pages">Axes over pages.</param>
public sealed record GridAxes(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<string> Pages);

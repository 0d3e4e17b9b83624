namespace NeuralStyle.Plan.Sheets;

/// <summary>One page of the sheet before it is drawn.</summary>
/// <param name="Header">Values of the axes laid over pages.</param>
/// <param name="Rows">Headers of the rows, top to bottom; at least one.</param>
/// <param name="Columns">Headers of the columns, left to right; at least one.</param>
/// <param name="TrialIds">For each row, for each column, the trial shown there; null where no combination was asked for.</param>
public sealed record GridPage(
    GridHeader Header,
    IReadOnlyList<GridHeader> Rows,
    IReadOnlyList<GridHeader> Columns,
    IReadOnlyList<IReadOnlyList<string?>> TrialIds);

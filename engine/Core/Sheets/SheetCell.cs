namespace NeuralStyle.Engine.Sheets;

/// <summary>What one cell of the sheet shows.</summary>
public abstract record SheetCell
{
    private SheetCell()
    {
    }

    /// <summary>The trial's result.</summary>
    /// <param name="Png">The file, PNG.</param>
    public sealed record Completed(byte[] Png) : SheetCell;

    /// <summary>The trial failed.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Failed(string Reason) : SheetCell;

    /// <summary>The trial did not run to its end, e.g. because the sweep's time was up.</summary>
    /// <param name="Reason">Why, in words, if it is known.</param>
    public sealed record NotRun(string? Reason = null) : SheetCell;
}

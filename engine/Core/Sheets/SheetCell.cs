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

    /// <summary>The trial's result, read when it is painted, so that no sheet holds all of them.</summary>
    /// <param name="Read">Gives the file, PNG; null when it is gone.</param>
    public sealed record Stored(Func<byte[]?> Read) : SheetCell
    {
        /// <summary>What is written across the lower end of the result, e.g. that a search dropped it; absent for nothing.</summary>
        public string? Caption { get; init; }
    }

    /// <summary>The trial failed.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Failed(string Reason) : SheetCell;

    /// <summary>The trial did not run to its end, e.g. because the sweep's time was up.</summary>
    /// <param name="Reason">Why, in words, if it is known.</param>
    public sealed record NotRun(string? Reason = null) : SheetCell
    {
        /// <summary>What the cell's text begins with, e.g. <c>Running</c>. Default: Not run.</summary>
        public string Heading { get; init; } = "Not run";

        /// <summary>How much of it is done, 0 to 1; absent where it does not run.</summary>
        public double? Progress { get; init; }
    }
}

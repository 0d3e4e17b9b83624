using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports.Plots;

/// <summary>One line of a plot; told from the others by its color, and without color by its dashes.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Color">Its color, as SVG has it.</param>
/// <param name="Dashes">Lengths of dashes and gaps, as SVG has them; empty for a whole line.</param>
/// <param name="Width">Its width, in units of the drawing.</param>
/// <param name="ValueOf">What it shows.</param>
internal sealed record PlotLine(string Name, string Color, string Dashes, double Width, Func<EvaluationRecord, double> ValueOf)
{
    // Darker than 4.5 to 1 against the paper, each of them.
    private const string Ink = "#1c1b19";
    private const string Blue = "#2466ab";
    private const string Orange = "#b5521c";
    private const string Green = "#4d7c2e";

    /// <summary>The weighted losses; the total is drawn last, over its parts.</summary>
    public static IReadOnlyList<PlotLine> Losses { get; } =
    [
        new("tv", Green, "9 3 2 3", 1.6, evaluation => evaluation.Tv),
        new("style", Orange, "2.5 2.5", 1.6, evaluation => evaluation.Style),
        new("content", Blue, "7 4", 1.6, evaluation => evaluation.Content),
        new("total", Ink, string.Empty, 2.2, evaluation => evaluation.Total),
    ];

    /// <summary>A plot's only line.</summary>
    public static PlotLine Single(string name, Func<EvaluationRecord, double> valueOf) => new(name, Ink, string.Empty, 1.8, valueOf);
}

using NeuralStyle.Engine.Sheets;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Tests.Sheets;

/// <summary>Pages to paint.</summary>
internal static class SampleSheet
{
    /// <summary>A page whose rows and columns are the products of the given axes; trials are named by row and column.</summary>
    public static GridPage Page(Axis[] rows, Axis[] columns, params GridLabel[] page)
    {
        var (down, across) = (Headers(rows), Headers(columns));
        return new GridPage(
            new GridHeader(page),
            down,
            across,
            [.. down.Select((_, row) => (IReadOnlyList<string?>)[.. across.Select((_, column) => Id(row, column))])]);
    }

    public static string Id(int row, int column) => $"r{row}c{column}";

    /// <summary>A drawing of a page with an image of noise in each cell.</summary>
    public static SheetDrawing Drawing(GridPage page, int width, int height) => new()
    {
        Frame = new SheetFrame
        {
            Title = "tubingen-starry",
            Settings = ["network vgg19-mini · imageSize 64 px · iterations 80 evaluations", "convention relative · contentWeight 1"],
            LargestImage = new PixelSize(width, height),
        },
        Page = page,
        Cells = page.TrialIds.SelectMany(row => row).OfType<string>().Distinct().Select((id, index) => (id, index))
            .ToDictionary(cell => cell.id, cell => (SheetCell)new SheetCell.Completed(SheetImages.Noise(width, height, cell.index))),
    };

    private static IReadOnlyList<GridHeader> Headers(Axis[] axes)
    {
        IEnumerable<GridLabel[]> headers = [[]];
        foreach (var axis in axes)
            headers = headers.SelectMany(header => axis.Values.Select(value => (GridLabel[])[.. header, new GridLabel(axis.Name, value)]));
        return [.. headers.Select(labels => new GridHeader(labels))];
    }

    internal sealed record Axis(string Name, params string[] Values);
}

using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary>Holds a sheet's pixels against the records of the trials that its labels name.</summary>
internal static class SheetAssert
{
    /// <summary>Each completed cell shows the image of the trial that ran with the values its row and column say, in the labels' order.</summary>
    public static void CellsShowWhatTheirLabelsSay(FetchedSweep sweep)
    {
        var plan = sweep.Plan;
        var pixels = new SheetPixels(sweep.Sheet);
        var places = new List<(SweepCell Cell, int X, int Y)>();
        foreach (var cell in plan.Cells)
        {
            var record = sweep.Record(cell.TrialId);
            if (record.State != TrialState.Completed)
                continue;

            for (var axis = 0; axis < plan.Axes.Count; axis++)
                Assert.Equal(plan.Axes[axis].Labels[cell.Coordinates[axis]], Executed(plan.Axes[axis].Name, record));
            var (x, y) = Assert.Single(pixels.Find(sweep.Image(cell.TrialId)));
            places.Add((cell, x, y));
        }

        InOrder(plan, plan.Grid.Columns, places, place => place.X);
        InOrder(plan, plan.Grid.Rows, places, place => place.Y);
    }

    private static string Executed(string axis, TrialRecord record) => axis switch
    {
        "content" => record.Content.Name,
        "style" => record.Style.Name,
        _ => ParameterCatalog.Find(axis)!.LabelOf(record.Parameters),
    };

    private static void InOrder(
        SweepPlan plan, IReadOnlyList<string> axes, List<(SweepCell Cell, int X, int Y)> places, Func<(SweepCell Cell, int X, int Y), int> position)
    {
        var indices = axes.Select(name => plan.Axes.ToList().FindIndex(axis => axis.Name == name)).ToList();
        var lines = places
            .GroupBy(place => string.Join(' ', indices.Select(axis => place.Cell.Coordinates[axis].ToString("D4", null))))
            .OrderBy(line => line.Key, StringComparer.Ordinal)
            .ToList();

        Assert.All(lines, line => Assert.Single(line.Select(position).Distinct()));
        var offsets = lines.Select(line => position(line.First())).ToList();
        Assert.Equal(offsets.Order().Distinct(), offsets);
    }
}

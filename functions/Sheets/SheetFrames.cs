using NeuralStyle.Engine.Sheets;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Functions.Sheets;

/// <summary>What the painter is given of a report.</summary>
internal static class SheetFrames
{
    /// <summary>What all pages share.</summary>
    public static SheetFrame Of(Report report)
    {
        var shown = report.Trials.Where(trial => trial.Picture is not null).Select(trial => trial.Record!).ToList();
        return new SheetFrame
        {
            Title = report.Plan.Sweep,
            Settings = [.. SettingsCaption.Of(report.Plan), .. SheetNotes.Of(report)],
            LargestImage = LargestOf(report, shown),
            Contents = Files(report.Contents),
            Styles = Files(report.Styles),
            Others =
            [
                .. ParameterImages.Of(report.Plan)
                    .Where(image => report.Others.ContainsKey(image.Name))
                    .Select(image => new InputImage(image.Parameter, image.Name, report.Others[image.Name].Bytes.ToArray())),
            ],
        };
    }

    /// <summary>
    /// The largest result there is; before there is any, what its trials come to if they are landscapes, so that a sheet that is drawn while
    /// they run has its shape from the beginning.
    /// </summary>
    private static PixelSize LargestOf(Report report, List<TrialRecord> shown)
    {
        var (width, height) = (shown.Max(record => (int?)record.Width) ?? 0, shown.Max(record => (int?)record.Height) ?? 0);
        if (!report.IsPartial || shown.Count > 0)
            return new PixelSize(width, height);
        var side = report.Trials.Max(trial => trial.Trial.Parameters.ImageSize);
        return new PixelSize(side, side * 3 / 4);
    }

    /// <summary>What a trial's cell shows.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="isPartial">Whether the sweep goes on.</param>
    /// <param name="read">Reads a result when its cell is painted.</param>
    public static SheetCell CellOf(ReportTrial trial, bool isPartial, Func<ReportTrial, byte[]?> read) => trial switch
    {
        { Picture: not null, State: TrialState.Completed } => new SheetCell.Stored(() => read(trial)),
        { Picture: not null } => new SheetCell.Stored(() => read(trial)) { Caption = Joined(Heading(trial, isPartial), trial.Reason) },
        { State: TrialState.Failed } => new SheetCell.Failed(trial.Reason ?? "It failed without saying why."),
        { Progress: { } progress } => new SheetCell.NotRun(ProgressWords.Of(progress))
        {
            Heading = Heading(trial, isPartial),
            Progress = progress.Iterations > 0 ? (double)progress.Evaluation / progress.Iterations : 0,
        },
        _ => new SheetCell.NotRun(trial.Reason) { Heading = Heading(trial, isPartial) },
    };

    private static string Heading(ReportTrial trial, bool isPartial)
    {
        var word = StateWords.Of(trial.State, isPartial);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Joined(string heading, string? reason) => reason is null ? heading : $"{heading}: {reason}";

    private static Dictionary<string, byte[]> Files(IReadOnlyDictionary<string, ReportImage> images) =>
        images.ToDictionary(image => image.Key, image => image.Value.Bytes.ToArray());
}

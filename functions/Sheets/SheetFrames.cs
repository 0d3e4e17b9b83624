using NeuralStyle.Engine.Sheets;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Searches;

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
    /// The largest result there is; of a search, as large as those of its last rung are to be, so that what is dropped has the room of what is
    /// not. Before there is any, what the trials come to if they are landscapes. So a sheet that is drawn while they run keeps its shape.
    /// </summary>
    private static PixelSize LargestOf(Report report, List<TrialRecord> shown)
    {
        var search = report.Plan.Search;
        if (report.IsPartial && shown.Count == 0)
        {
            var side = search?.Rungs[^1] ?? report.Trials.Max(trial => trial.Trial.Parameters.ImageSize);
            return new PixelSize(side, side * 3 / 4);
        }

        var top = shown.Select(record => record.Parameters.ImageSize).DefaultIfEmpty(1).Max();
        var grows = search is null ? 1 : Math.Max(1, search.Rungs[^1] / (double)top);
        var sizes = shown.Select(record => record.Parameters.OutputSize == OutputSize.Computed && record.Parameters.ImageSize == top
            ? new PixelSize((int)Math.Round(record.Width * grows), (int)Math.Round(record.Height * grows))
            : new PixelSize(record.Width, record.Height)).ToList();
        return new PixelSize(sizes.Max(size => (int?)size.Width) ?? 0, sizes.Max(size => (int?)size.Height) ?? 0);
    }

    /// <summary>What a trial's cell shows.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="report">The report that it is of.</param>
    /// <param name="read">Reads a result when its cell is painted.</param>
    public static SheetCell CellOf(ReportTrial trial, Report report, Func<ReportTrial, byte[]?> read)
    {
        var heading = Capital(StateWords.Of(trial.State, report.IsPartial));
        var (rung, isLast) = (report.Plan.RungNameOf(trial.Trial), report.Plan.RungOf(trial.Trial) + 1 == (report.Plan.Search?.Rungs.Count ?? 1));
        return trial switch
        {
            // Of a search that ended early, or goes on: a result of a smaller size than the search was for.
            { Picture: not null, State: TrialState.Completed } => new SheetCell.Stored(() => read(trial)) { Caption = isLast ? null : Capital(rung!) },
            // Its reason begins with the rung; the place there, which follows, is on the page and in the table.
            { Picture: not null, State: TrialState.Dropped } => new SheetCell.Stored(() => read(trial)) { Caption = $"{heading} {trial.Reason?.Split(':')[0]}".Trim() },
            { Picture: not null } => new SheetCell.Stored(() => read(trial)) { Caption = Joined(heading, trial.Reason) },
            { State: TrialState.Failed } => new SheetCell.Failed(AtRung(rung, trial.Reason ?? "It failed without saying why.")),
            { Progress: { } progress } => new SheetCell.NotRun(AtRung(rung, ProgressWords.Of(progress)))
            {
                Heading = heading,
                Progress = progress.Iterations > 0 ? (double)progress.Evaluation / progress.Iterations : 0,
            },
            _ => new SheetCell.NotRun(rung is null ? trial.Reason : AtRung(rung, trial.Reason)) { Heading = heading },
        };
    }

    private static string AtRung(string? rung, string? text) => rung is null ? text ?? string.Empty : text is null ? Capital(rung) : $"{Capital(rung)}: {text}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Joined(string heading, string? reason) => reason is null ? heading : $"{heading}: {reason}";

    private static Dictionary<string, byte[]> Files(IReadOnlyDictionary<string, ReportImage> images) =>
        images.ToDictionary(image => image.Key, image => image.Value.Bytes.ToArray());
}

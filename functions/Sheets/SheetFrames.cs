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
        var shown = report.Trials.Where(trial => trial.Image is not null).Select(trial => trial.Record!).ToList();
        return new SheetFrame
        {
            Title = report.Plan.Sweep,
            Settings = SettingsCaption.Of(report.Plan),
            LargestImage = new PixelSize(shown.Max(record => (int?)record.Width) ?? 0, shown.Max(record => (int?)record.Height) ?? 0),
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

    /// <summary>What a trial's cell shows.</summary>
    public static SheetCell CellOf(ReportTrial trial) => trial switch
    {
        { Image: { } image } => new SheetCell.Completed(image.Bytes.ToArray()),
        { State: TrialState.Failed } => new SheetCell.Failed(trial.Reason ?? "It failed without saying why."),
        _ => new SheetCell.NotRun(),
    };

    private static Dictionary<string, byte[]> Files(IReadOnlyDictionary<string, ReportImage> images) =>
        images.ToDictionary(image => image.Key, image => image.Value.Bytes.ToArray());
}

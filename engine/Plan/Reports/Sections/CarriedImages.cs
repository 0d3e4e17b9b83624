using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Reports.Html;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>
/// The images that the page carries: inputs, a preview of every result, then film strips and the results' own files as far as the budget
/// reaches. Either all files that are more than their preview are carried, or none: a page where some trials are sharp and others are not
/// would mislead.
/// </summary>
internal sealed class CarriedImages(ReportIndex index, IReportFiles files)
{
    /// <summary>Whether the files of all results are carried.</summary>
    public bool CarriesFiles { get; } = FilesOf(index).Sum(trial => trial.Picture!.FileBytes) <= index.Report.PageBudgetBytes;

    /// <summary>Writes them.</summary>
    /// <exception cref="ArgumentException">An image has a media type other than PNG, JPEG or WebP.</exception>
    public async ValueTask WriteAsync(HtmlWriter html, CancellationToken cancellation)
    {
        WriteInputs(AxisNames.Content, index.Report.Contents, html);
        WriteInputs(AxisNames.Style, index.Report.Styles, html);
        foreach (var (parameter, name) in ParameterImages.Of(index.Report.Plan))
        {
            if (index.Report.Others.TryGetValue(name, out var other))
                ImageBlock.Write($"{parameter}:{name}", other, html);
        }

        foreach (var trial in index.Trials.Where(trial => trial.Picture is not null))
            ImageBlock.Write($"{(trial.Picture!.IsWhole ? "full" : "thumb")}:{trial.Trial.Id}", trial.Picture.Preview, html);
        await WriteFilesAsync(html, cancellation);
        foreach (var trial in index.Trials.Where(trial => trial.HasFilmStrip))
        {
            if (await files.ReadFilmStripAsync(trial, cancellation) is { } strip)
                ImageBlock.Write($"strip:{trial.Trial.Id}", strip, html);
        }
    }

    private async ValueTask WriteFilesAsync(HtmlWriter html, CancellationToken cancellation)
    {
        if (!CarriesFiles)
            return;
        foreach (var trial in FilesOf(index))
        {
            if (await files.ReadImageAsync(trial, cancellation) is { } image)
                ImageBlock.Write($"full:{trial.Trial.Id}", image, html);
        }
    }

    private static IEnumerable<ReportTrial> FilesOf(ReportIndex index) => index.Trials.Where(trial => trial.Picture is { IsWhole: false });

    private static void WriteInputs(string kind, IReadOnlyDictionary<string, ReportImage> images, HtmlWriter html)
    {
        foreach (var (name, image) in images)
            ImageBlock.Write($"{kind}:{name}", image, html);
    }
}

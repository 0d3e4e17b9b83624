using System.Text;
using NeuralStyle.Plan.Reports.Html;
using NeuralStyle.Plan.Reports.Sections;

namespace NeuralStyle.Plan.Reports;

/// <summary>
/// Renders <c>index.html</c>: one file that shows the whole sweep, lays it out as its reader likes, and is forbidden, by its own content
/// security policy, to load anything but results that lie beside it.
/// </summary>
public static class ReportPage
{
    /// <summary>Writes the page as UTF-8. The stream is left open.</summary>
    /// <param name="report">The sweep.</param>
    /// <param name="files">Where results, film strips and records are read from, one at a time.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="cancellation">Ends it between two trials.</param>
    /// <exception cref="ArgumentException">
    /// The grid shows trials that the report doesn't have, there is no trial at all, or an image has a media type other than PNG, JPEG or WebP.
    /// </exception>
    public static async Task WriteAsync(
        Report report, IReportFiles files, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(output);
        if (report.Trials.Count == 0)
            throw new ArgumentException("A report needs at least one trial; it has none.", nameof(report));

        var index = new ReportIndex(report);
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
        var html = new HtmlWriter(writer);
        var images = new CarriedImages(index, files);
        await PageTemplate.Load("page.html").WriteAsync(writer, new Dictionary<string, Func<ValueTask>>
        {
            ["policy"] = Now(() => html.Text(ContentPolicy.For(PageParts.Style, PageParts.Script))),
            ["style"] = Now(() => html.Markup(PageParts.Style)),
            ["script"] = Now(() => html.Markup(PageParts.Script)),
            ["title"] = Now(() => html.Text(report.Plan.Sweep)),
            ["facts"] = Now(() => HeadSection.WriteFacts(index, html)),
            ["inputs"] = Now(() => HeadSection.WriteInputs(index, html)),
            ["notices"] = Now(() => NoticesSection.Write(index, html)),
            ["shared"] = Now(() => HeadSection.WriteShared(index, html)),
            ["sharedCount"] = Now(() => html.Text(Figures.Count(index.Shared.Count))),
            ["effects"] = Now(() => new EffectsSection(index.Effects, html).Write()),
            ["footer"] = Now(() => html.Text(Footer(images.CarriesFiles))),
            ["details"] = () => new DetailSection(index, files, html).WriteAsync(cancellation),
            ["images"] = () => images.WriteAsync(html, cancellation),
            ["data"] = Now(() => html.Markup(DataIsland.Of(index))),
        });
    }

    private static string Footer(bool carriesFiles) =>
        "Every label, number and name on this page is rendered from the settings that ran. " + (carriesFiles
            ? "The page carries its images in itself and loads nothing."
            : "The page carries previews of the results; the results themselves are too large for it and are shown from the folder trials/ beside it, where it is there. It loads nothing else.");

    private static Func<ValueTask> Now(Action write) => () =>
    {
        write();
        return ValueTask.CompletedTask;
    };
}

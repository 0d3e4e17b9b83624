using System.Text;
using NeuralStyle.Plan.Reports.Html;
using NeuralStyle.Plan.Reports.Sections;

namespace NeuralStyle.Plan.Reports;

/// <summary>
/// Renders <c>index.html</c>: one file that shows the whole sweep, carries every image in itself and is forbidden, by its own
/// content security policy, to load anything.
/// </summary>
public static class ReportPage
{
    /// <summary>Writes the page as UTF-8. The stream is left open.</summary>
    /// <param name="report">The sweep.</param>
    /// <param name="output">Where to write; images are encoded piece by piece, so the page is never held in memory as a whole.</param>
    /// <exception cref="ArgumentException">
    /// The grid shows trials that the report doesn't have, there is no trial at all, or an image has a media type other than PNG, JPEG or WebP.
    /// </exception>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        if (report.Trials.Count == 0)
            throw new ArgumentException("A report needs at least one trial; it has none.", nameof(report));

        var index = new ReportIndex(report);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
        var html = new HtmlWriter(writer);
        var grid = new GridSection(index, html);
        var (style, script) = (PageResource.Read("report.css"), PageResource.Read("report.js"));
        PageTemplate.Load("page.html").Write(writer, new Dictionary<string, Action>
        {
            ["policy"] = () => html.Text(ContentPolicy.For(style, script)),
            ["style"] = () => html.Markup(style),
            ["script"] = () => html.Markup(script),
            ["title"] = () => html.Text(report.Plan.Sweep),
            ["facts"] = () => HeadSection.WriteFacts(index, html),
            ["inputs"] = () => HeadSection.WriteInputs(index, html),
            ["shared"] = () => HeadSection.WriteShared(index, html),
            ["sharedCount"] = () => html.Text(Figures.Count(index.Shared.Count)),
            ["pageOptions"] = grid.WriteOptions,
            ["pages"] = grid.WritePages,
            ["table"] = () => new TableSection(index, html).Write(),
            ["details"] = () => new DetailSection(index, html).Write(),
            ["data"] = () => html.Markup(DataIsland.Of(index)),
        });
    }
}

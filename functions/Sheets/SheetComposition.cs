using System.Text;
using Microsoft.Extensions.Logging;
using NeuralStyle.Engine.Sheets;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Verification;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Sheets;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sheets;

/// <summary>
/// Draws a sweep's sheet and writes its report: <c>sheet.png</c> and further pages, <c>index.html</c>, <c>trials.csv</c>. A sheet is
/// always made; what can't be shown says why in its cell. <c>provenance.json</c> says what it was composed of.
/// </summary>
public sealed class SheetComposition(
    IStore store, ReportTrials reportTrials, ReportFiles files, SourceImages sources, TimeProvider clock, ILogger<SheetComposition> logger)
{
    /// <summary>Composes the sheet of a planned sweep.</summary>
    /// <param name="sweep">The sweep; its <c>plan.json</c> is read.</param>
    /// <param name="startedAt">When it began, UTC.</param>
    /// <param name="outcomes">How each trial ended.</param>
    /// <param name="cancellation">Ends it between two pages.</param>
    public Task<ComposedSheet> ComposeAsync(
        string sweep, DateTimeOffset startedAt, IReadOnlyList<TrialOutcome> outcomes, CancellationToken cancellation) =>
        ComposeAsync(sweep, startedAt, outcomes, isPartial: false, cancellation);

    /// <summary>Composes the sheet of a planned sweep.</summary>
    /// <param name="sweep">The sweep; its <c>plan.json</c> is read.</param>
    /// <param name="startedAt">When it began, UTC.</param>
    /// <param name="outcomes">How each trial ended; in a partial sheet, where it stands. One that is missing is pending.</param>
    /// <param name="isPartial">Whether the sweep goes on.</param>
    /// <param name="cancellation">Ends it between two pages.</param>
    public async Task<ComposedSheet> ComposeAsync(
        string sweep, DateTimeOffset startedAt, IReadOnlyList<TrialOutcome> outcomes, bool isPartial, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var composedAt = clock.GetUtcNow();
        var planName = StoreLayout.SweepPlan(sweep);
        var plan = await store.ReadDocumentAsync<SweepPlan>(StoreLayout.ResultsContainer, planName, cancellation)
            ?? throw new InvalidDataException($"{StoreLayout.ResultsContainer}/{planName} is not there; it is written when a sweep is planned.");
        var trials = await reportTrials.ReadAsync(plan.Trials, outcomes, isPartial, cancellation);
        var report = new Report
        {
            Plan = plan,
            Pages = GridPages.Of(plan),
            Trials = trials,
            Contents = Carried(await sources.ReadContentsAsync(plan, cancellation)),
            Styles = Carried(await sources.ReadStylesAsync(plan, cancellation)),
            Others = Carried(await sources.ReadOthersAsync(plan, cancellation)),
            StartedAt = startedAt,
            FinishedAt = (isPartial ? null : trials.Max(trial => trial.Record?.FinishedAt)) ?? composedAt,
            IsPartial = isPartial,
        };

        var provenance = new ProvenanceWriter(store, sweep);
        var pages = await WriteSheetsAsync(report, provenance, cancellation);
        var table = Encoding.UTF8.GetBytes(TrialsTable.Render(report));
        provenance.Add(StoreLayout.SweepTable(sweep), table);
        await WriteAsync(StoreLayout.SweepTable(sweep), table, "text/csv; charset=utf-8", cancellation);
        using var html = new MemoryStream();
        await ReportPage.WriteAsync(report, files, html, cancellation);
        var page = html.GetBuffer().AsMemory(0, (int)html.Length);
        provenance.Add(StoreLayout.SweepReport(sweep), page.Span);
        await provenance.WriteAsync(
            new SheetRequest(sweep, startedAt, outcomes, isPartial),
            composedAt,
            trials.Where(trial => trial.Record is not null).Select(trial => trial.Trial.Id),
            cancellation);
        // Last, since it is what people look at: when it is there, so is the rest.
        await WriteAsync(StoreLayout.SweepReport(sweep), page, "text/html; charset=utf-8", cancellation);

        if (isPartial)
            Logs.PartialSheetComposed(logger, sweep, pages.Count);
        else
            Logs.SheetComposed(logger, sweep, pages.Count);
        return new ComposedSheet(pages, Rejected(trials, outcomes));
    }

    private async Task<IReadOnlyList<string>> WriteSheetsAsync(Report report, ProvenanceWriter provenance, CancellationToken cancellation)
    {
        var sweep = report.Plan.Sweep;
        var frame = SheetFrames.Of(report);
        var cells = report.Trials.ToDictionary(trial => trial.Trial.Id, trial => SheetFrames.CellOf(trial, report, Read));
        var pages = SheetPager.Split(frame, report.Pages);
        var names = new List<string>();
        for (var number = 1; number <= pages.Count; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var drawing = new SheetDrawing
            {
                Frame = frame,
                Page = pages[number - 1],
                PageNumber = number,
                PageCount = pages.Count,
                Cells = cells,
            };
            var name = StoreLayout.SweepSheet(sweep, number);
            var page = await provenance.WithManifestAsync(SheetPainter.Paint(drawing).Png, cancellation);
            provenance.Add(name, page);
            await WriteAsync(name, page, "image/png", cancellation);
            names.Add(name);
        }

        await RemoveOtherPagesAsync(sweep, names, cancellation);
        return [.. names.Select(name => name[(sweep.Length + 1)..])];

        // A page is painted in one go, on this thread, and reads its images one by one: it never holds more than one of them.
        byte[]? Read(ReportTrial trial) => trial.Picture is { IsWhole: true, Preview: var whole }
            ? whole.Bytes.ToArray()
            : files.ReadImageAsync(trial, cancellation).AsTask().GetAwaiter().GetResult()?.Bytes.ToArray();
    }

    /// <summary>Pages of an earlier manifest of this name that had more of them.</summary>
    private async Task RemoveOtherPagesAsync(string sweep, List<string> names, CancellationToken cancellation)
    {
        var stale = new List<string>();
        await foreach (var entry in store.ListAsync(StoreLayout.ResultsContainer, $"{sweep}/sheet-", cancellation))
        {
            if (!names.Contains(entry.Name))
                stale.Add(entry.Name);
        }

        foreach (var name in stale)
            await store.DeleteAsync(StoreLayout.ResultsContainer, name, cancellation);
    }

    private static List<TrialOutcome> Rejected(IReadOnlyList<ReportTrial> trials, IReadOnlyList<TrialOutcome> outcomes)
    {
        var failed = trials.Where(trial => trial.State == TrialState.Failed).ToDictionary(trial => trial.Trial.Id, trial => trial.Reason);
        return
        [
            .. outcomes
                .Where(outcome => outcome.State == TrialState.Completed && failed.ContainsKey(outcome.TrialId))
                .Select(outcome => outcome with { State = TrialState.Failed, Reason = failed[outcome.TrialId] }),
        ];
    }

    private static Dictionary<string, ReportImage> Carried(IReadOnlyDictionary<string, byte[]> pictures) =>
        pictures.ToDictionary(picture => picture.Key, picture => new ReportImage(picture.Value, "image/png"));

    private Task WriteAsync(string name, ReadOnlyMemory<byte> bytes, string contentType, CancellationToken cancellation) =>
        store.WriteAsync(StoreLayout.ResultsContainer, name, bytes, contentType, cancellation);
}

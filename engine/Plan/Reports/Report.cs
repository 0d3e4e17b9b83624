using NeuralStyle.Plan.Sheets;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Reports;

/// <summary>All that <see cref="ReportPage"/> and <see cref="TrialsTable"/> render: one sweep, finished or not.</summary>
public sealed record Report
{
    /// <summary>The sweep as planned.</summary>
    public required SweepPlan Plan { get; init; }

    /// <summary>The pages of its sheet, as <see cref="GridPages.Of"/> lays them out; not split for the size of a PNG.</summary>
    public required IReadOnlyList<GridPage> Pages { get; init; }

    /// <summary>Every distinct trial of the plan, in any order.</summary>
    public required IReadOnlyList<ReportTrial> Trials { get; init; }

    /// <summary>Content images by name; those that are absent are named but not shown.</summary>
    public IReadOnlyDictionary<string, ReportImage> Contents { get; init; } = new Dictionary<string, ReportImage>();

    /// <summary>Style images by name; those that are absent are named but not shown.</summary>
    public IReadOnlyDictionary<string, ReportImage> Styles { get; init; } = new Dictionary<string, ReportImage>();

    /// <summary>Images that parameters name, by name; those that are absent are named but not shown.</summary>
    public IReadOnlyDictionary<string, ReportImage> Others { get; init; } = new Dictionary<string, ReportImage>();

    /// <summary>When the sweep began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its last trial ended, UTC; of a sweep that still runs, when the report was made.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Whether the sweep still runs, so that trials without a result may yet get one.</summary>
    public bool IsPartial { get; init; }

    /// <summary>
    /// Bytes of results that the page carries whole, beside their previews. Default: 48 MB, about 350 results of 256 px or 90 of 512 px. Of a
    /// larger sweep it carries previews alone, and shows the files from the folder beside it.
    /// </summary>
    public long PageBudgetBytes { get; init; } = 48L << 20;
}

using NeuralStyle.Plan.Effects;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Columns;
using NeuralStyle.Plan.Searches;

namespace NeuralStyle.Plan.Reports;

/// <summary>A report's trials by id, and which of their parameters differ.</summary>
internal sealed class ReportIndex
{
    private readonly Dictionary<string, ReportTrial> _trials;

    /// <summary>Indexes a report.</summary>
    /// <exception cref="ArgumentException">The grid shows trials that the report doesn't have; all are named.</exception>
    public ReportIndex(Report report)
    {
        Report = report;
        _trials = report.Trials.ToDictionary(trial => trial.Trial.Id);
        var shown = report.Pages.SelectMany(page => page.TrialIds).SelectMany(row => row).OfType<string>();
        var missing = shown.Concat(report.Plan.Cells.Select(cell => cell.TrialId)).Where(id => !_trials.ContainsKey(id)).Distinct().ToList();
        if (missing.Count > 0)
            throw new ArgumentException($"The report lacks trials that the grid shows: {string.Join(", ", missing)}.", nameof(report));

        // Trials are run in the cheapest order; people read them in the order of the grid.
        Trials = [.. report.Plan.Cells.Select(cell => cell.TrialId).Distinct().Select(id => _trials[id])];
        var executed = Trials.Select(ParametersOf).ToList();
        Varying = [.. ParameterCatalog.All.Where(parameter => InfluencedBy(parameter).Select(parameter.LabelOf).Distinct().Skip(1).Any())];
        Shown = ShownParameters.Of(executed);
        Shared = [.. Shown.Except(Varying)];
        Contents = [.. Trials.Where(trial => ParametersOf(trial).ReadsContent).Select(trial => trial.Trial.Content.Name).Distinct()];
        Styles = [.. Trials.Where(trial => ParametersOf(trial).ReadsStyle).SelectMany(trial => trial.Trial.Styles).Select(style => style.Name).Distinct()];
        ContentVaries = Trials.Select(ContentOf).Distinct().Skip(1).Any();
        StyleVaries = Trials.Select(StyleOf).Distinct().Skip(1).Any();
        Columns = TrialColumns.Of(this);
        Effects = SweepEffects.Of(report.Plan, Trials.Select(trial => trial.Record).OfType<TrialRecord>());
    }

    /// <summary>The report.</summary>
    public Report Report { get; }

    /// <summary>The trials of the plan's cells, each once, in the cells' order.</summary>
    public IReadOnlyList<ReportTrial> Trials { get; }

    /// <summary>Parameters with something to say, in the catalog's order.</summary>
    public IReadOnlyList<ParameterDefinition> Shown { get; }

    /// <summary>Those of them that have one value in all trials in which they have a part, in the catalog's order.</summary>
    public IReadOnlyList<ParameterDefinition> Shared { get; }

    /// <summary>Parameters that differ between trials in which they have a part, in the catalog's order: L-BFGS's line search is none of Adam's.</summary>
    public IReadOnlyList<ParameterDefinition> Varying { get; }

    /// <summary>Names of the content images that are read, in the order of the trials.</summary>
    public IReadOnlyList<string> Contents { get; }

    /// <summary>Names of the style images that are read, those of blends too, in the order of the trials.</summary>
    public IReadOnlyList<string> Styles { get; }

    /// <summary>Whether the trials differ in their content images.</summary>
    public bool ContentVaries { get; }

    /// <summary>Whether the trials differ in their style images.</summary>
    public bool StyleVaries { get; }

    /// <summary>The columns of the table of trials.</summary>
    public IReadOnlyList<TrialColumn> Columns { get; }

    /// <summary>What the axes do to the measures, and where comparisons are confounded.</summary>
    public SweepEffects Effects { get; }

    /// <summary>The trial of an id.</summary>
    public ReportTrial Trial(string id) => _trials[id];

    /// <summary>The parameters of those trials whose outcome can depend on one, in the order of the trials.</summary>
    public IEnumerable<TrialParameters> InfluencedBy(ParameterDefinition parameter) =>
        Trials.Select(ParametersOf).Where(parameters => Influence.Has(parameter, parameters));

    /// <summary>The rung of the search that a trial is of, from 1; 1 without a search.</summary>
    public int RungOf(ReportTrial trial) => Report.Plan.RungOf(trial.Trial) + 1;

    /// <summary>The word for a trial's state.</summary>
    public string StateOf(ReportTrial trial) => StateWords.Of(trial.State, Report.IsPartial);

    /// <summary>Name of the content image of a trial; empty where it reads none.</summary>
    public static string ContentOf(ReportTrial trial) => ParametersOf(trial).ReadsContent ? trial.Trial.Content.Name : string.Empty;

    /// <summary>Names of the style images of a trial, joined by <c> + </c> where they are blended; empty where it reads none.</summary>
    public static string StyleOf(ReportTrial trial) =>
        ParametersOf(trial).ReadsStyle ? string.Join(" + ", trial.Trial.Styles.Select(style => style.Name)) : string.Empty;

    /// <summary>The parameters that were executed; those planned when nothing was.</summary>
    public static TrialParameters ParametersOf(ReportTrial trial) => trial.Record?.Parameters ?? trial.Trial.Parameters;

    /// <summary>A value as people read it: label, and unit where it is a number; words such as <c>none</c> have no unit.</summary>
    public static string Value(ParameterDefinition parameter, TrialParameters parameters)
    {
        var label = parameter.LabelOf(parameters);
        if (label.Length == 0)
            return "none";
        return parameter.Unit.Length > 0 && char.IsAsciiDigit(label[^1]) ? $"{label} {parameter.Unit}" : label;
    }
}

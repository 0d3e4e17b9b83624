using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Columns;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Reports.Sections;

/// <summary>What the page's script has to know, as JSON that is safe between script tags.</summary>
internal static class DataIsland
{
    // The default encoder writes <, >, & and quotes as \u003C and the like; a label can't end the element.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The JSON of a report: axes, cells by their coordinates, columns, trials with their values and settings.</summary>
    public static string Of(ReportIndex index)
    {
        var plan = index.Report.Plan;
        var settings = new IslandSettings(index.Trials);
        var numbers = index.Trials.Select((trial, number) => (trial.Trial.Id, number)).ToDictionary(item => item.Id, item => item.number);
        var island = new JsonObject
        {
            ["sweep"] = plan.Sweep,
            ["selectionName"] = SelectionName(plan.Sweep),
            ["isPartial"] = index.Report.IsPartial,
            ["axes"] = Array(plan.Axes, axis => new JsonObject { ["name"] = axis.Name, ["labels"] = Texts(axis.Labels) }),
            ["grid"] = new JsonObject
            {
                ["rows"] = Places(plan, plan.Grid.Rows),
                ["columns"] = Places(plan, plan.Grid.Columns),
                ["pages"] = Places(plan, plan.Grid.Pages),
            },
            ["cells"] = Array(plan.Cells, cell => Array(cell.Coordinates.Append(numbers[cell.TrialId]), number => JsonValue.Create(number))),
            ["columns"] = Array(index.Columns, column => Column(column, index)),
            ["defaultMeasure"] = (index.Columns.FirstOrDefault(column => column.Kind == ColumnKind.Measure) ?? index.Columns.First(column => column.Kind == ColumnKind.Result)).Key,
            ["largest"] = new JsonArray(index.Trials.Max(trial => trial.Record?.Width) ?? 0, index.Trials.Max(trial => trial.Record?.Height) ?? 0),
            ["commonParameters"] = settings.Common,
            ["trials"] = Array(index.Trials, trial => Trial(trial, index, settings)),
        };
        return island.ToJsonString(Options);
    }

    private static JsonObject Column(TrialColumn column, ReportIndex index) => new()
    {
        ["key"] = column.Key,
        ["label"] = column.Label,
        ["kind"] = EnumNames.Of(column.Kind),
        ["hint"] = column.Hint,
        ["proxy"] = column.IsProxy,
        ["numeric"] = index.Trials.Any(trial => column.ValueOf(trial)?.Number is not null),
        ["varies"] = column.Kind is ColumnKind.Image or ColumnKind.Parameter,
    };

    private static JsonObject Trial(ReportTrial trial, ReportIndex index, IslandSettings settings)
    {
        var island = new JsonObject
        {
            ["id"] = trial.Trial.Id,
            ["state"] = EnumNames.Of(trial.State),
            ["stateText"] = index.StateOf(trial),
            ["hasImage"] = trial.Picture is not null,
            ["content"] = $"{AxisNames.Content}:{trial.Trial.Content.Name}",
            ["styles"] = Texts(trial.Trial.Styles.Select(style => $"{AxisNames.Style}:{style.Name}")),
            ["values"] = Array(index.Columns, column => Value(column.ValueOf(trial))),
            ["manifest"] = settings.Of(trial),
        };
        if (trial.Reason is not null)
            island["reason"] = trial.Reason;
        if (trial.Picture is { } picture)
            island["preview"] = new JsonArray(picture.Width, picture.Height);
        if (trial.Record is { Width: > 0 } record)
            island["size"] = new JsonArray(record.Width, record.Height);
        if (trial is { State: TrialState.Running, Progress: { } progress })
        {
            island["progress"] = new JsonArray(progress.Evaluation, progress.Iterations);
            island["progressText"] = ProgressWords.Of(progress);
        }

        return island;
    }

    private static JsonNode? Value(TrialValue? value) => value switch
    {
        null => null,
        { Number: { } number } => new JsonArray(number, value.Text),
        _ => JsonValue.Create(value.Text),
    };

    /// <summary>A name for the manifest of a selection: the sweep's own would be taken for the sweep.</summary>
    private static string SelectionName(string sweep)
    {
        const string Ending = "-selection";
        var start = sweep.Length + Ending.Length > SweepName.LongestLength ? sweep[..(SweepName.LongestLength - Ending.Length)].TrimEnd('-') : sweep;
        return start + Ending;
    }

    private static JsonArray Places(SweepPlan plan, IEnumerable<string> names) =>
        Array(names, name => JsonValue.Create(plan.Axes.TakeWhile(axis => axis.Name != name).Count()));

    private static JsonArray Texts(IEnumerable<string> texts) => Array(texts, text => JsonValue.Create(text));

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);
}

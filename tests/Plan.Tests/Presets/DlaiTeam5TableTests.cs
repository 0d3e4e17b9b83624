using System.Text.Json.Nodes;
using NeuralStyle.Plan.Effects.Confounding;
using NeuralStyle.Plan.Effects.Runs;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Presets;

/// <summary>
/// The table of dlai-team5 as published (<c>reference/dlai-team5-runs.json</c>), run as it says: <c>samples/dlai-team5-table.yaml</c>, and its
/// small form. Judged as any study's runs are, by labels against settings.
/// </summary>
public sealed class DlaiTeam5TableTests
{
    // One of their iterations is a restart of L-BFGS-B with maxfun=20; ours are evaluations.
    private const int EvaluationsPerIteration = 20;

    private static readonly string? Shared = Environment.GetEnvironmentVariable("NEURALSTYLE_SHARED");

    [Fact]
    public void Table_EachRow_IsRunAsItsPublishedLabelSays()
    {
        var judged = RunsJudgement.Of(Runs());

        Assert.Equal(34, Cells(Plan("dlai-team5-table")).Count);
        // No label is contradicted, no default never ran, no row is without a run. That a portrait is another picture, nothing recorded says.
        Assert.Equal(
            [ConfoundingKind.SameSetting, ConfoundingKind.LabelSilent, ConfoundingKind.SeveralFactors], judged.Warnings.Select(warning => warning.Kind).Distinct());
        var silent = judged.Warnings.Where(warning => warning.Kind == ConfoundingKind.LabelSilent).ToList();
        Assert.Equal(["20", "21", "22", "23", "27"], silent.Select(warning => warning.Settings.Single()));
        Assert.All(silent, warning => Assert.Equal(["picture"], warning.Factors));
        Assert.Equal(
            ["01 09 33", "04 34", "12 26", "20 21 22 23"],
            judged.Warnings.Where(warning => warning.Kind == ConfoundingKind.SameSetting).Select(warning => string.Join(' ', warning.Settings)));
        Assert.Equal(
            ["02", "03", "27"],
            judged.Warnings.Where(warning => warning.Kind == ConfoundingKind.SeveralFactors).Select(warning => warning.Settings.Single()));
        Assert.Equal(["01", "09", "33"], judged.BaselineRuns);
    }

    [Fact]
    public void Draft_EachRow_ChangesWhatTheTableChanges()
    {
        var (table, draft) = (Cells(Plan("dlai-team5-table")), Cells(Plan("dlai-team5-draft")));

        Assert.Equal(table.Keys, draft.Keys);
        foreach (var one in table.Keys)
        {
            foreach (var other in table.Keys)
                Assert.Equal(table[one].Id == table[other].Id, draft[one].Id == draft[other].Id);
            Assert.Equal(Changes(table, one), Changes(draft, one));
            Assert.Equal(table[one].Content.Name, draft[one].Content.Name);
            // A half and twice, as there.
            Assert.Equal((double)table[one].Parameters.ImageSize / table["01"].Parameters.ImageSize, (double)draft[one].Parameters.ImageSize / draft["01"].Parameters.ImageSize);
        }
    }

    /// <summary>What a row changes of the default, but for its size.</summary>
    private static List<string> Changes(Dictionary<string, Trial> rows, string row) =>
    [
        .. ParameterCatalog.All.Where(parameter => parameter != ParameterCatalog.ImageSize)
            .Where(parameter => parameter.LabelOf(rows[row].Parameters) != parameter.LabelOf(rows["01"].Parameters))
            .Select(parameter => $"{parameter.Name} {parameter.LabelOf(rows[row].Parameters)}"),
    ];

    /// <summary>The rows as recorded runs, beside what was published.</summary>
    private static RecordedRuns Runs()
    {
        Assert.SkipUnless(Shared is { Length: > 0 }, "NEURALSTYLE_SHARED is not set, so reference/dlai-team5-runs.json is out of reach.");
        var study = JsonNode.Parse(File.ReadAllText(Path.Combine(Shared!, "reference", "dlai-team5-runs.json")))!.AsObject();
        study["executed"] = new JsonArray([.. Cells(Plan("dlai-team5-table")).Select(row => Run(row.Key, row.Value))]);
        return RecordedRunsReader.Read(study.ToJsonString(), "table.json");
    }

    private static JsonObject Run(string id, Trial trial)
    {
        var parameters = trial.Parameters;
        Assert.Equal(0, parameters.TotalEvaluations % EvaluationsPerIteration);
        return new JsonObject
        {
            ["id"] = id,
            ["iterations"] = parameters.TotalEvaluations / EvaluationsPerIteration,
            ["contentWeight"] = parameters.ContentWeight,
            ["styleWeight"] = parameters.StyleWeight,
            ["tvWeight"] = parameters.TvWeight,
            ["imageSize"] = $"{parameters.ImageSize}x{parameters.ImageSize}",
            ["contentLossType"] = parameters.ContentLoss == ContentLossKind.Titu1994Type0 ? 0 : -1,
            ["contentLayer"] = Theirs(parameters.ContentLayers.Single().ToString()),
            ["pooling"] = EnumNames.Of(parameters.Pooling) == "average" ? "ave" : EnumNames.Of(parameters.Pooling),
            ["styleLayers"] = new JsonArray([.. parameters.StyleLayers.Select(layer => JsonValue.Create(Theirs(layer.ToString())))]),
            ["init"] = EnumNames.Of(parameters.Init) == "gray-content" ? "gray" : EnumNames.Of(parameters.Init),
            ["picture"] = trial.Content.Name,
        };
    }

    // Keras's convolutions there carry their ReLU.
    private static string Theirs(string layer) => layer.Replace("relu", "conv", StringComparison.Ordinal);

    private static SweepPlan Plan(string name)
    {
        var file = $"{name}.yaml";
        var manifest = ManifestParser.Parse(Repository.Read($"samples/{file}"), file);
        return Sample.Plan(manifest, "harbor.png", "impasto.png", "lighthouse.png");
    }

    private static Dictionary<string, Trial> Cells(SweepPlan plan)
    {
        var trials = plan.Trials.ToDictionary(trial => trial.Id);
        // The number that the label begins with.
        return plan.Cells.ToDictionary(cell => plan.Axes.Single().Labels[cell.Coordinates.Single()][..2], cell => trials[cell.TrialId]);
    }
}

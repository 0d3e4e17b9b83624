using System.Globalization;
using System.Text;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Manifests;

/// <summary>Manifests made of all forms of the grammar at random: each is planned or has problems, and its resolved manifest is the same sweep.</summary>
public sealed class ManifestRoundTripTests
{
    private static readonly string[] Weights = ["[1, 10]", "1, 2, ..., 4", "0..1 step 0.5", "1e2..1e4 log 3", "1-3", "5-1 (-2)", "0-1 [3]", "random 3 from 1..1e4 log", "random 2 of 1, 2, 3, 4", "7", "{random: {count: 2, seed: 5}, from: 1, to: 2}"];
    private static readonly string[] Layers = ["prefixes(relu1_1..relu3_1)", "suffixes(relu1_1, relu2_1)", "leaveOneOut(relu1_1..relu3_1)", "'subsets(2; relu1_1, relu2_1, relu3_1)'", "[[relu1_1, relu2_1], relu1_1..relu4_1]", "random 2 of relu1_1, relu2_1, relu3_1"];
    private static readonly string[] Inits = ["[content, noise]", "gray, noise", "random 2 of content, noise, gray", "paper"];
    private static readonly string[] Looks =
    [
        "{styleWeight: [1, 10], pooling: [max, average]}", "{name: [a, b, c], styleWeight: 1..9 count 3, tvWeight: [0, 0, 1]}",
        "[{name: a, pooling: max, tvWeight: 1}, {name: b, pooling: average, tvWeight: 0}]", "{random: 4, styleWeight: 1..1e4 log, tvWeight: 0..1}",
        "{random: {count: 3, seed: 2}, styleWeight: [1, 2, 3], pooling: [max, average]}",
    ];

    private static readonly string[] Conditions =
        ["{init: noise}", "{init: '!= noise', contentWeight: '> 1'}", "{contentWeight: [1, '>= 10']}", "{contentWeight: 1..5}", "{experiment: 'o*'}", "{style: b.jpg}", "{styleLayers: 'relu1_1, relu2_1'}"];

    private static readonly string[] Experiments =
        ["{name: one}", "{name: two, preset: gatys, parameters: {iterations: 9}}", "{name: three, parameters: {imageSize: 64}, label: [imageSize]}", "{name: four, parameters: {learningRate: 0.5}}"];

    private static readonly string[] Searches =
        ["{method: halving, rungs: [64, 128, 256], keep: 1/3}", "{method: halving, rungs: [32, 300], keep: 0.25}", "{method: halving, rungs: [128, 256]}"];

    [Fact]
    public void Write_AnyManifest_ReadsBackAsTheSamePlan()
    {
        var planned = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var text = Make(new Random(seed));
            try
            {
                var manifest = Sample.Parse(text);
                var inputs = Sample.Inputs(manifest);
                var plan = SweepPlanner.Plan(manifest, inputs);
                var resolved = ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, plan), "sweep.json");
                var again = Sample.Plan(resolved);

                Assert.Equal(plan.Trials, again.Trials);
                Assert.Equal(plan.Search, again.Search);
                Assert.Equal(Shown(plan), Shown(again));
                planned++;
            }
            catch (ManifestException exception)
            {
                Assert.All(exception.Problems, problem => Assert.NotNull(problem.SourceLine));
            }
        }

        Assert.InRange(planned, 120, 300);
    }

    private static string Shown(SweepPlan plan) => string.Join('\n', [
        .. plan.Axes.Select(axis => $"{axis.Name} {string.Join(',', axis.Parameters)} {string.Join('|', axis.Labels)}"),
        .. plan.Cells.Select(cell => $"{string.Join(',', cell.Coordinates)} {cell.TrialId}"),
    ]);

    private static string Make(Random random)
    {
        var text = new StringBuilder("content: a.jpg\nstyle: b.jpg\nlimits: {maxTrials: 5000}\naxes:\n");
        Axis("contentWeight", Weights, "{init: noise}");
        Axis("styleLayers", Layers, "{contentWeight: '< 2'}");
        Axis("init", Inits, "{contentWeight: '> 0'}");
        if (random.Next(2) == 0)
            text.Append(CultureInfo.InvariantCulture, $"  look: {Pick(Looks)}\n");
        text.Append(random.Next(2) == 0 ? "  outputSize: [computed, content]\n" : "  alpha: [drop, keep]\n");
        if (random.Next(3) == 0)
            text.Append(CultureInfo.InvariantCulture, $"skip: [{Pick(Conditions)}, {Pick(Conditions)}]\n");
        if (random.Next(3) == 0)
            text.Append(CultureInfo.InvariantCulture, $"experiments: [{string.Join(", ", Experiments.OrderBy(_ => random.Next()).Take(2))}]\n");
        if (random.Next(4) == 0)
            text.Append(CultureInfo.InvariantCulture, $"search: {Pick(Searches)}\n");
        return text.ToString();

        void Axis(string name, string[] forms, string when)
        {
            var form = Pick(forms);
            if (random.Next(3) == 0)
                return;
            if (random.Next(4) == 0 && !form.StartsWith('{'))
                form = $"{{values: {(form.StartsWith('[') ? form : $"'{form.Trim('\'')}'")}, when: {when}}}";
            text.Append(CultureInfo.InvariantCulture, $"  {name}: {form}\n");
        }

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}

using System.Text;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Manifests;

public sealed class ManifestParserTests
{
    [Fact]
    public void Parse_Sample_ReadsEveryKey()
    {
        var manifest = Sample.Parse(Sample.Text);

        Assert.Equal("tubingen-starry", manifest.Name);
        Assert.Equal("tubingen.jpg", Assert.Single(manifest.Content).Text);
        Assert.Equal("starry_night.jpg", Assert.Single(manifest.Style).Text);
        Assert.Equal("gatys", manifest.Preset);
        Assert.Equal(["styleWeight", "styleLayers", "init"], manifest.Axes.Select(axis => axis.Name));
        Assert.Equal([100.0, 1e3, 1e4, 1e5, 1e6], manifest.Axes[0].ValuesOf(ParameterCatalog.StyleWeight).Cast<double>());
        Assert.Equal([InitMode.Content, InitMode.Noise, InitMode.Gray], manifest.Axes[2].ValuesOf(ParameterCatalog.Init).Cast<InitMode>());
        Assert.Equal(["styleLayers"], manifest.Grid!.Rows);
        Assert.Equal(new SnapshotPolicy { First = 10, Every = 10, Last = true }, manifest.Snapshots);
        Assert.Equal(new ManifestLimits { MaxTrials = 256, MaxMinutes = 60 }, manifest.Limits);

        var parameters = ParameterResolver.Resolve(manifest.Base, NetworkName.Vgg19);
        Assert.Equal(256, parameters.ImageSize);
        Assert.Equal(200, parameters.Iterations);
        Assert.Equal(7, parameters.Seed);
        Assert.Equal(PoolingMode.Average, parameters.Pooling);
    }

    [Fact]
    public void Parse_SameManifestAsJson_GivesTheSamePlan()
    {
        const string Json = """
            {
            	"name": "tubingen-starry", "content": ["tubingen.jpg"], "style": ["starry_night.jpg"], "preset": "gatys",
            	"parameters": {"imageSize": 256, "iterations": 200},
            	"axes": {
            		"styleWeight": "1e2..1e6 log 5",
            		"styleLayers": "prefixes(relu1_1, relu2_1, relu3_1, relu4_1, relu5_1)",
            		"init": ["content", "noise", "gray"]
            	},
            	"seed": 7
            }
            """;

        Assert.Equal(
            Sample.Plan(Sample.Parse(Sample.Text)).Cells.Select(cell => cell.TrialId),
            Sample.Plan(Sample.Parse(Json)).Cells.Select(cell => cell.TrialId));
    }

    [Fact]
    public void Parse_WindowsLineEnds_GivesTheSamePlanAndPlaces()
    {
        var manifest = Sample.Parse(Sample.Text.ReplaceLineEndings("\r\n"));

        Assert.Equal(Sample.Plan(Sample.Parse(Sample.Text)).Trials.Select(trial => trial.Id), Sample.Plan(manifest).Trials.Select(trial => trial.Id));
        Assert.Equal((3, 7), Sample.ProblemsOf("content: a.jpg\r\nstyle: b.jpg\r\nseed: -2\r\n").Select(problem => (problem.Line, problem.Column)).Single());
    }

    [Fact]
    public void Parse_OnlyImages_TakesTheDefaultPreset()
    {
        var manifest = Sample.With(string.Empty);

        var parameters = ParameterResolver.Resolve(manifest.Base, NetworkName.Vgg19Mini);
        Assert.Equal(30, parameters.StyleWeight);
        Assert.Equal(LossConvention.Relative, parameters.Convention);
        Assert.Equal(256, manifest.Limits.MaxTrials);
        Assert.Equal(SnapshotPolicy.None, manifest.Snapshots);
        Assert.Null(manifest.Grid);
    }

    [Fact]
    public void Parse_TenMistakes_ReportsAllTenAtTheirLines()
    {
        const string Text = """
            name: My Sweep
            content: a.jpg
            stile: b.jpg
            preset: gatis
            parameters:
              imageSize: big
              pooling: avg
              styleWeight: 3
            axes:
              styleWeight: 1e2..1e6 lag 5
              styleLayers: [relu1_1, relu6_1]
            grid: {rows: styleLayer, columns: styleWeight}
            limits: {maxTrials: 0}
            """;

        var problems = Sample.ProblemsOf(Text);

        Assert.Equal(
            [
                (1, 1, "style"), (1, 7, "name"), (3, 1, ""), (4, 9, "preset"), (6, 14, "parameters.imageSize"),
                (7, 12, "parameters.pooling"), (10, 3, "axes.styleWeight"), (10, 25, "axes.styleWeight"), (11, 26, "axes.styleLayers"),
                (12, 14, "grid.rows"), (13, 21, "limits.maxTrials"),
            ],
            problems.Select(problem => (problem.Line, problem.Column, problem.Path)));
        Assert.Contains("did you mean 'style'?", problems[2].Message, StringComparison.Ordinal);
        Assert.Contains("did you mean 'gatys'?", problems[3].Message, StringComparison.Ordinal);
        Assert.Contains(string.Join(", ", PresetCatalog.Names), problems[3].Message, StringComparison.Ordinal);
        Assert.Contains("'big' is not a number; allowed: whole numbers 32 to 4096", problems[4].Message, StringComparison.Ordinal);
        Assert.Contains("max, average", problems[5].Message, StringComparison.Ordinal);
        Assert.Contains("on line 8", problems[6].Message, StringComparison.Ordinal);
        Assert.Contains("a..b log n", problems[7].Message, StringComparison.Ordinal);
        Assert.Contains("relu1_1, relu1_2, relu2_1", problems[8].Message, StringComparison.Ordinal);
        Assert.Contains("there are: styleWeight, styleLayers, content, style", problems[9].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Mistake_FormatsOneLineWithFileLineColumnAndPath()
    {
        var exception = Assert.Throws<ManifestException>(() => Sample.With("axes:\n  styleWeight: [1, two]"));

        Assert.Equal(
            "sweep.yaml:4:20: axes.styleWeight: 'two' is not a number; allowed: numbers, a..b step s, a..b count n, a..b log n, 1, 2, ..., 10, or random n from a..b",
            exception.Message);
        Assert.Equal([exception.Message], exception.Lines);
    }

    [Theory]
    [InlineData("", "", "empty")]
    [InlineData("just text", "", "keys with values")]
    [InlineData("- a\n- b", "", "keys with values")]
    [InlineData("a: b\n---\nc: d", "", "second document")]
    [InlineData("content: [a.jpg", "", "not YAML")]
    [InlineData("content: a.jpg\nstyle: 'b.jpg", "", "not YAML")]
    [InlineData("content: a.jpg\n\tstyle: b.jpg", "", "not YAML")]
    [InlineData("content: &a a.jpg\nstyle: *a", "", "anchor '&a' is not allowed")]
    [InlineData("content: &a a.jpg\nstyle: *a", "", "alias '*a' is not allowed")]
    [InlineData("content: !!binary a.jpg\nstyle: b", "", "tag 'tag:yaml.org,2002:binary' is not allowed")]
    [InlineData("content: !foo a.jpg\nstyle: b", "", "tag '!foo' is not allowed")]
    [InlineData("content: a.jpg\nstyle: b.jpg\n? [x]\n: y", "", "a key must be a single word, not a list")]
    [InlineData("content: a.jpg\nstyle: b.jpg\ncontent: c.jpg", "content", "'content' is there twice; the first is on line 1")]
    [InlineData("content: a.jpg\nstyle:", "style", "there is nothing here")]
    [InlineData("content: a.jpg\nstyle: []", "style", "the list is empty")]
    [InlineData("content: a.jpg\nstyle: [b.jpg, b.jpg]", "style[1]", "'b.jpg' is there twice")]
    [InlineData("content: {a: b}\nstyle: b.jpg", "content", "there is keys with values here")]
    [InlineData("content: ../secret.jpg\nstyle: b.jpg", "content", "'../secret.jpg' is no name of an image")]
    [InlineData("content: /etc/passwd\nstyle: b.jpg", "content", "'/etc/passwd' is no name of an image")]
    [InlineData("content: 'a\\b.jpg'\nstyle: b.jpg", "content", "is no name of an image")]
    public void Parse_BrokenDocument_SaysWhat(string text, string path, string message)
    {
        var problems = Sample.ProblemsOf(text);

        Assert.Contains(problems, problem => problem.Path == path && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name: ab", "name", "'ab' is no name of a sweep")]
    [InlineData("name: [a]", "name", "there is a list here")]
    [InlineData("parameters: [1]", "parameters", "there is a list here")]
    [InlineData("parameters: {styleWeight: [1, 2]}", "parameters.styleWeight", "there is a list here")]
    [InlineData("parameters: {styleWeight: -1}", "parameters.styleWeight", "-1 is out of range; allowed: numbers 0 to 1e30")]
    [InlineData("parameters: {styleWeight: .inf}", "parameters.styleWeight", "'.inf' is not a number")]
    [InlineData("parameters: {styleWeight: 1e999}", "parameters.styleWeight", "'1e999' is not a number")]
    [InlineData("parameters: {styleWeight: ~}", "parameters.styleWeight", "there is nothing here")]
    [InlineData("parameters: {imageSize: 31}", "parameters.imageSize", "31 is out of range; allowed: whole numbers 32 to 4096")]
    [InlineData("parameters: {imageSize: 99.5}", "parameters.imageSize", "'99.5' is not a whole number")]
    [InlineData("parameters: {learningRate: 0}", "parameters.learningRate", "0 is out of range; allowed: numbers above 0")]
    [InlineData("parameters: {stylWeight: 1}", "parameters", "unknown key 'stylWeight' (did you mean 'styleWeight'?)")]
    [InlineData("parameters: {lineSearch: wolfe}", "parameters.lineSearch", "allowed: fixed, strong-wolfe")]
    [InlineData("parameters: {init: nois}", "parameters.init", "'nois' is not one of the choices (did you mean 'noise'?)")]
    [InlineData("parameters: {network: vgg11}", "parameters.network", "allowed: vgg19, vgg19-mini, vgg16")]
    [InlineData("parameters: {contentLayers: [relu1_1, relu1_1]}", "parameters.contentLayers[1]", "'relu1_1' is there twice")]
    [InlineData("parameters: {contentLayers: 'relu1_1, relu1_1'}", "parameters.contentLayers", "'relu1_1' is there twice")]
    [InlineData("parameters: {contentLayers: []}", "parameters.contentLayers", "the list is empty")]
    [InlineData("parameters: {contentLayers: pool6}", "parameters.contentLayers", "there are: pool1, pool2, pool3, pool4, pool5")]
    [InlineData("parameters: {seed: 1}\nseed: 2", "seed", "in parameters.seed too, on line 3")]
    [InlineData("axes: {seed: [1, 2]}\nseed: 2", "axes.seed", "a parameter is fixed or an axis, not both")]
    [InlineData("axes: {styleWeight: []}", "axes.styleWeight", "the axis has no values")]
    [InlineData("axes: {weight: [1]}", "axes", "unknown key 'weight'")]
    [InlineData("axes: {init: [noise, noise]}", "axes.init", "noise is there twice")]
    [InlineData("axes: {styleLayers: ['relu1_1, relu2_1', [relu2_1, relu1_1]]}", "axes.styleLayers", "relu1_1, relu2_1 is there twice")]
    [InlineData("axes: {styleWeight: [1, 2]}\ngrid: {rows: styleWeight, pages: [styleWeight]}", "grid.pages[0]", "used in grid.rows already")]
    [InlineData("grid: {rows: experiment}", "grid.rows", "'experiment' is not an axis of this manifest")]
    [InlineData("experiments: [{name: a, init: noise}]", "experiments[0]", "unknown key 'init' (a parameter; it belongs under 'parameters'); allowed: name, preset, content, style, parameters, label, when")]
    [InlineData("styleWeight: 3", "", "unknown key 'styleWeight' (a parameter; it belongs under 'parameters')")]
    [InlineData("grid: {row: content}", "grid", "unknown key 'row' (did you mean 'rows'?)")]
    [InlineData("experiments: {name: a}", "experiments", "there is keys with values here")]
    [InlineData("experiments: [{parameters: {init: gray}}]", "experiments[0].name", "'name' is missing")]
    [InlineData("experiments: [{name: a}, {name: a}]", "experiments[1].name", "'a' is there twice")]
    [InlineData("experiments: [{name: a, parameters: {init: grey}}]", "experiments[0].parameters.init", "did you mean 'gray'?")]
    [InlineData("axes: {init: [noise]}\nexperiments: [{name: a, parameters: {init: gray}}]", "experiments[0].parameters.init", "is an axis already")]
    [InlineData("snapshots: first", "snapshots", "'first' is no snapshot policy")]
    [InlineData("snapshots: first 10, first 20", "snapshots", "'first' is there twice")]
    [InlineData("snapshots: every 0", "snapshots", "'every 0' is no snapshot policy")]
    [InlineData("limits: {maxTrials: 1.5}", "limits.maxTrials", "'1.5' is not allowed; allowed: whole numbers 1 to 1e4")]
    [InlineData("limits: {maxMinutes: 0}", "limits.maxMinutes", "'0' is not allowed")]
    [InlineData("limits: 5", "limits", "there is a single value here")]
    [InlineData("parameters: {contentWeight: 0, styleWeight: 0}", "", "nothing to optimize")]
    [InlineData("axes: {contentWeight: [0, 1], styleWeight: [0, 1]}", "", "nothing to optimize")]
    [InlineData("parameters: {contentWeight: 0}\nexperiments: [{name: a, parameters: {styleWeight: 0}}]", "", "nothing to optimize")]
    [InlineData("axes: {styleWeight: 1..20 step 1, contentWeight: 1..20 step 1}", "limits.maxTrials", "styleWeight 20 x contentWeight 20 make 400 trials; limits.maxTrials allows 256")]
    public void Parse_BadValue_SaysWhereWhatAndWhatIsAllowed(string lines, string path, string message)
    {
        var problem = Assert.Single(Sample.ProblemsWith(lines));

        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("axes: {styleWeight: 1 two}", 3, 21)]
    [InlineData("axes: {styleWeight: '1, two'}", 3, 25)]
    [InlineData("axes: {styleWeight: \"1, two\"}", 3, 25)]
    [InlineData("axes: {styleWeight: [1, two]}", 3, 25)]
    [InlineData("axes:\n  styleWeight:\n    - 1\n    - 1e2..1e6 lag 5", 6, 16)]
    [InlineData("axes: {styleWeight: \"\\x31, two\"}", 3, 21)]
    [InlineData("axes:\n  styleWeight: |\n    1, two", 4, 16)]
    [InlineData("axes:\n  styleWeight: 1,\n    two", 4, 16)]
    [InlineData("parameters: {styleLayers: 'relu1_1, relu9_1'}", 3, 37)]
    [InlineData("parameters: {styleLayers: [relu1_1, relu9_1]}", 3, 37)]
    [InlineData("snapshots: first 10, evry 10", 3, 22)]
    public void Parse_BadPartOfAValue_PointsAtThePartWhereTheTextIsAsWritten(string lines, int line, int column)
    {
        var problem = Assert.Single(Sample.ProblemsWith(lines));

        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("content: a.jpg\nstyle: b.jpg\ngrid: {rows: content\nlimits: {maxTrials: 4}\n", 4, "is a bracket, a comma or a quotation mark missing before?")]
    [InlineData("content: a.jpg\nstyle: [b.jpg\nseed: 1\n", 3, "is a bracket, a comma or a quotation mark missing before?")]
    [InlineData("content: a.jpg\nstyle: \"\\uD83D.jpg\"\n", 2, "half of a surrogate pair is no text|not YAML")]
    public void Parse_BrokenText_PointsAtTheLine(string text, int line, string pattern)
    {
        var problem = Assert.Single(Sample.ProblemsOf(text));

        Assert.Equal(line, problem.Line);
        Assert.Matches(pattern.Replace("?", "\\?", StringComparison.Ordinal), problem.Message);
    }

    [Theory]
    [InlineData("axes: {styleLayers: [", "relu1,", 40_000, "x]}")]
    [InlineData("axes: {styleWeight: [", "1..9999 step 1,", 16_000, "1]}")]
    [InlineData("axes: {styleLayers: [", "'prefixes(conv1_1..conv5_1)',", 8_000, "relu1_1]}")]
    [InlineData("", "key: 1\n", 35_000, "")]
    [InlineData("experiments: [", "{name: a},", 20_000, "{}]")]
    [InlineData("content: [", "a,", 100_000, "b]")]
    [InlineData("blend: [", "x,", 100_000, "1]")]
    [InlineData("parameters: {scales: '", "x,", 100_000, "'}")]
    [InlineData("parameters: {styleLayerWeights: {", "relu1_1: 1,", 20_000, "}}")]
    [InlineData("parameters: {contentSchedule: '", "1:1,", 50_000, "2:1'}")]
    [InlineData("masks: {style: [", "a.png,", 30_000, "b.png]}")]
    [InlineData("axes: {initImage: [", "a.png,", 30_000, "b.png]}")]
    [InlineData("axes: {scales: [", "['64:1'],", 20_000, "'64:2']}")]
    [InlineData("snapshots: [", "7x,", 60_000, "7]")]
    public void Parse_EndlessLists_AreRefusedWithALimitedNumberOfProblems(string start, string part, int times, string end)
    {
        var text = "style: b.jpg\n" + start + string.Concat(Enumerable.Repeat(part, times)) + end;

        Assert.InRange(Sample.ProblemsOf(text).Count, 1, 101);
    }

    [Theory]
    [InlineData("parameters: {contentWeight: 0}")]
    [InlineData("axes: {contentWeight: [0, 1]}")]
    [InlineData("parameters: {contentWeight: 0}\nexperiments: [{name: a, parameters: {contentWeight: 1, styleWeight: 0}}]")]
    public void Parse_OneWeightZero_IsAllowed(string lines) => Assert.NotNull(Sample.With(lines));

    [Fact]
    public void Parse_BillionLaughs_IsRefusedQuickly()
    {
        var text = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (var letter = 'b'; letter <= 'z'; letter++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{letter}: &{letter} [{string.Join(',', Enumerable.Repeat("*" + (char)(letter - 1), 9))}]\n");

        var problems = Sample.ProblemsOf(text.ToString());

        Assert.Contains(problems, problem => problem.Message.Contains("alias '*a' is not allowed", StringComparison.Ordinal));
        Assert.Contains("only the first 100", problems[^1].Message, StringComparison.Ordinal);
        Assert.Equal(101, problems.Count);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Parse_DeepNesting_IsRefused(char open)
    {
        var problem = Assert.Single(Sample.ProblemsOf("content: " + new string(open, 100_000)));

        Assert.Matches("nested deeper than 16 levels|not YAML", problem.Message);
    }

    [Fact]
    public void Parse_TooManyBytes_IsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample.Text + "\n#" + new string('x', ManifestParser.MaxBytes));

        var problem = Assert.Single(Assert.Throws<ManifestException>(() => ManifestParser.Parse(bytes, Sample.Source)).Problems);

        Assert.Contains("at most 262144 are allowed", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_BytesThatAreNotUtf8_SaysWhere()
    {
        byte[] bytes = [.. "name: "u8, 0xff, .. "\n"u8];

        var problem = Assert.Single(Assert.Throws<ManifestException>(() => ManifestParser.Parse(bytes, Sample.Source)).Problems);

        Assert.Contains("byte 6 is not UTF-8", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ByteOrderMark_IsSkipped()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample.Text)];

        Assert.Equal("tubingen-starry", ManifestParser.Parse(bytes, Sample.Source).Name);
    }
}

using System.Text.RegularExpressions;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Manifests;

/// <summary>What README.md says of manifests is so.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Repository.Read("README.md");
    private static readonly string[] Images = ["a.jpg", "b.jpg", "harbor.png", "impasto.png"];

    public static TheoryData<string> Blocks => [.. Block().Matches(Readme).Select(match => match.Groups["text"].Value)];

    public static TheoryData<string, string> Axes
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (Match match in Row().Matches(Readme))
                rows.Add(match.Groups["axis"].Value, match.Groups["values"].Value.Replace("\\|", "|", StringComparison.Ordinal));
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_OfYaml_IsPlannedAndReadsBackFromItsResolvedManifest(string text)
    {
        var manifest = Sample.Parse(text.Contains("content:", StringComparison.Ordinal) ? text : $"content: a.jpg\nstyle: b.jpg\n{text}");
        var inputs = Sample.Inputs(manifest, Images);
        var plan = SweepPlanner.Plan(manifest, inputs);

        var resolved = ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, plan), "sweep.json");

        Assert.Equal(plan.Cells.Select(cell => cell.TrialId), Sample.Plan(resolved, Images).Cells.Select(cell => cell.TrialId));
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void Axis_OfTheTable_HasTheValuesBesideIt(string axis, string values)
    {
        var axes = Sample.With($"axes:\n  {axis}").Axes;

        var labels = Assert.Single(axes).Points.Select(axes[0].LabelOf).ToList();
        Assert.Equal(values, string.Join(values.Contains('|', StringComparison.Ordinal) ? " | " : ", ", labels));
    }

    [Fact]
    public void Readme_HasItsExamples()
    {
        Assert.InRange(Blocks.Count, 7, 50);
        Assert.InRange(Axes.Count, 20, 50);
    }

    [GeneratedRegex(@"```yaml\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| `(?<axis>\w+: [^`]+)` \| (?<values>.*) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}

using System.Globalization;
using System.Text.RegularExpressions;
using NeuralStyle.Infra.Tests.Bicep;

namespace NeuralStyle.Infra.Tests.Documents;

/// <summary>Figures of docs/azure.md, against what is deployed and against each other.</summary>
public partial class AzurePageTests(InfraBicep bicep)
{
    private static readonly string Page = Repository.Read("docs/azure.md");

    [Fact]
    public void Cost_Machines_AreThoseOfTheApps()
    {
        var worker = Repository.Read("infra/worker.bicep");
        var machines = Machine().Matches(worker).ToDictionary(machine => machine.Groups[1].Value, machine => (Cores: Number(machine.Groups[2].Value), Memory: Number(machine.Groups[3].Value)));
        var (t4, a100) = (machines["Consumption-GPU-NC8as-T4"], machines["Consumption-GPU-NC24-A100"]);
        var control = Control().Match(Repository.Read("infra/control.bicep"));

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"T4 {t4.Cores} cores and {t4.Memory} GiB, A100 {a100.Cores} and {a100.Memory}\n"), Page, StringComparison.Ordinal);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"{Number(control.Groups[1].Value)} x coreHour x 730 + {Number(control.Groups[2].Value)} x gibHour x 730"), Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Cost_Example_IsWhatTheFormulaGives()
    {
        var example = Example().Match(MarkdownPage.Spaces().Replace(Page, " "));
        double Of(string name) => Number(example.Groups[name].Value);
        var tail = Number(Tail().Match(MarkdownPage.Spaces().Replace(Page, " ")).Groups[1].Value);

        Assert.Contains("hours  = (trials x seconds + starts x (coldStart + tail)) / 3600\n", Page, StringComparison.Ordinal);
        Assert.Equal((Of("trials") * Of("seconds"), Of("starts"), Of("cold") + tail), (Of("work"), Of("each"), Of("start")));
        Assert.Equal(Of("hours"), Math.Round((Of("work") + (Of("each") * Of("start"))) / 3600, 2));
        Assert.Equal(Of("waiting"), Math.Round(Of("each") * Of("start") / 3600, 2));
    }

    [Fact]
    public void Regions_AreThoseThatMayBeChosen()
    {
        var row = Page.Split('\n').Single(line => line.StartsWith("| Region", StringComparison.Ordinal));

        Assert.All(
            bicep["infra/main.bicep"].Parameters.Single(parameter => parameter.Name == "location").Decorators["allowed"],
            region => Assert.Contains($"`{region}`", row, StringComparison.Ordinal));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"'(Consumption-GPU-[\w-]+)': \{\s+cpu: '([\d.]+)'\s+memory: '(\d+)Gi'")]
    private static partial Regex Machine();

    [GeneratedRegex(@"cpu: '([\d.]+)'\s+memory: '(\d+)Gi'")]
    private static partial Regex Control();

    [GeneratedRegex(@"`tail` is (\d+) seconds")]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"(?<trials>\d+) trials of (?<seconds>\d+) seconds on (?<starts>\d+) workers that both start once, with (?<cold>\d+) seconds of cold start, are \((?<work>\d+) \+ (?<each>\d+) x (?<start>\d+)\) / 3600 = (?<hours>[\d.]+) hours, of which (?<waiting>[\d.]+) are")]
    private static partial Regex Example();
}

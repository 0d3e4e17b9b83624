using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

public sealed class SettingsCaptionTests
{
    [Fact]
    public void Of_Sweep_SaysEverySharedParameterOnceAndNoOther()
    {
        var plan = SampleReport.Make().Plan;

        var items = string.Join(" · ", SettingsCaption.Of(plan)).Split(" · ");

        string[] varying = ["styleWeight", "init", "pooling"];
        Assert.Equal(
            ParameterCatalog.Names.Except(varying).Order(StringComparer.Ordinal),
            items.Select(item => item.Split('\u00A0')[0]).Order(StringComparer.Ordinal));
        Assert.Contains("iterations\u00A0500\u00A0evaluations".Replace("500", ParameterCatalog.Iterations.LabelOf(plan.Trials[0].Parameters), StringComparison.Ordinal), items);
    }
}

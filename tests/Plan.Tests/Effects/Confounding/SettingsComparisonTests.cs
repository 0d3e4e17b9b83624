using NeuralStyle.Plan.Effects.Confounding;

namespace NeuralStyle.Plan.Tests.Effects.Confounding;

public sealed class SettingsComparisonTests
{
    [Fact]
    public void DifferencesFrom_FactorsThatOneLacks_AreNone()
    {
        var adam = Setting("adam", ("optimizer", "adam"), ("beta1", "0.9"), ("seed", "1"));
        var lbfgs = Setting("lbfgs", ("optimizer", "lbfgs"), ("seed", "1"));

        Assert.Equal(["optimizer"], adam.DifferencesFrom(lbfgs));
        Assert.Equal(["optimizer"], lbfgs.DifferencesFrom(adam));
        Assert.False(adam.IsSameAs(lbfgs with { Factors = lbfgs.Factors.Append(new("optimizer", "adam")).DistinctBy(pair => pair.Key).ToDictionary() }));
    }

    [Fact]
    public void IsSameAs_OneFactorMore_IsAnotherSetting()
    {
        var fewer = Setting("a", ("x", "1"));
        var more = Setting("b", ("x", "1"), ("y", "2"));

        Assert.False(fewer.IsSameAs(more));
        Assert.False(more.IsSameAs(fewer));
        Assert.True(fewer.IsSameAs(fewer with { Name = "c" }));
    }

    [Fact]
    public void Baseline_PublishedDefault_CountsWhereARunHasIt()
    {
        ComparedSetting[] runs = [Setting("1", ("x", "1"), ("y", "7"), ("z", "3")), Setting("2", ("x", "2"), ("y", "7"), ("z", "4")), Setting("3", ("x", "2"), ("y", "8"), ("z", "4"))];

        var baseline = SettingsComparison.Baseline(runs, new Dictionary<string, string> { ["x"] = "1", ["y"] = "9", ["unknown"] = "0" });

        // x as published, y as most runs have it since none has 9, z as most have it.
        Assert.Equal([("x", "1"), ("y", "7"), ("z", "4")], baseline.Factors.Select(factor => (factor.Key, factor.Value)));
    }

    [Fact]
    public void SeveralFactors_OneDifference_IsNoWarning()
    {
        var baseline = Setting("baseline", ("x", "1"), ("y", "1"), ("z", "1"));
        ComparedSetting[] runs = [Setting("none", ("x", "1"), ("y", "1")), Setting("one", ("x", "2"), ("y", "1")), Setting("two", ("x", "2"), ("y", "2"))];

        var warning = Assert.Single(SettingsComparison.SeveralFactors(runs, baseline));

        Assert.Equal("two differs from the baseline in 2 factors at once: x 2 (1), y 2 (1)", warning.Text);
        Assert.Equal(["x", "y"], warning.Factors);
    }

    [Fact]
    public void SameSettings_ThreeAlike_AreOneGroup()
    {
        ComparedSetting[] runs = [Setting("a", ("x", "1")), Setting("b", ("x", "2")), Setting("c", ("x", "1")), Setting("d", ("x", "1"))];

        Assert.Equal(["a", "c", "d"], Assert.Single(SettingsComparison.SameSettings(runs)).Select(setting => setting.Name));
    }

    private static ComparedSetting Setting(string name, params (string Factor, string Value)[] factors) =>
        new(name, factors.ToDictionary(factor => factor.Factor, factor => factor.Value));
}

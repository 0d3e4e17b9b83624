using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Tests.Manifests;

public class LimitsReaderTests
{
    [Fact]
    public void Read_All_GivesThem() => Assert.Equal(
        new ManifestLimits { MaxTrials = 12, MaxMinutes = 90.5, MaxCost = 2.5, Over = LimitExcess.Cut },
        Sample.With("limits: {maxTrials: 12, maxMinutes: 90.5, maxCost: 2.5, over: cut}").Limits);

    [Theory]
    [InlineData("limits: {over: cutt}", "limits.over", "'cutt' is not allowed (did you mean 'cut'?); allowed: refuse, cut")]
    [InlineData("limits: {over: [cut]}", "limits.over", "there is a list here; allowed: refuse, cut")]
    [InlineData("limits: {maxCost: 0}", "limits.maxCost", "'0' is not allowed; allowed: numbers 1e-4 to 1e6")]
    [InlineData("limits: {maxCosts: 3}", "limits", "maxCost")]
    public void Read_Wrong_SaysWhatIsAllowed(string line, string path, string message)
    {
        var problem = Assert.Single(Sample.ProblemsWith(line));

        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_MoreCombinationsThanAllowedButCut_IsPlanned()
    {
        var manifest = Sample.With("axes: {styleWeight: 1..20 step 1, contentWeight: 1..20 step 1}\nlimits: {maxTrials: 5, over: cut}");

        Assert.Equal(400, Sample.Plan(manifest).Trials.Count);
    }

    [Fact]
    public void Plan_CutButMoreThanAnySweepMayHave_IsRefused() =>
        Assert.Contains("make 40000 trials", Assert.Single(Sample.ProblemsWith(
            "axes: {styleWeight: 1..200 step 1, contentWeight: 1..200 step 1}\nlimits: {maxTrials: 5, over: cut}")).Message, StringComparison.Ordinal);
}

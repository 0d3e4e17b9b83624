namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>What is kept of blobs, and how long.</summary>
public class StoreResourceTests
{
    private static readonly string Store = Repository.Read("infra/modules/store.bicep");

    [Fact]
    public void Outputs_CoolDown_AndGoWhereDaysAreGiven()
    {
        Assert.Matches(@"var outputs = \[\s+'\$\{names\.containers\.results\}/'\s+'\$\{names\.containers\.trials\}/'\s+\]\n", Store);
        Assert.Matches(@"var cool = \{\s+tierToCool: \{\s+daysAfterModificationGreaterThan: coolDays\s", Store);
        Assert.Matches(@"var expiry = \{\s+delete: \{\s+daysAfterModificationGreaterThan: resultDays\s", Store);
        Assert.Matches(@"name: 'unchanged-outputs'\s+enabled: true\s[\s\S]*?prefixMatch: outputs\s[\s\S]*?baseBlob: resultDays > 0 \? union\(cool, expiry\) : cool\n", Store);
    }

    // Manifests stay: no rule is for their container.
    [Fact]
    public void Input_GoesOnlyWhereDaysAreGiven_AndManifestsNever()
    {
        Assert.Matches(
            @"name: 'unchanged-input'\s+enabled: true\s[\s\S]*?prefixMatch: \['\$\{names\.containers\.input\}/'\]\s[\s\S]*?delete: \{\s+daysAfterModificationGreaterThan: inputDays\s", Store);
        Assert.Contains("rules: inputDays > 0 ? [outputRule, inputRule] : [outputRule]\n", Store, StringComparison.Ordinal);
        Assert.DoesNotContain("names.containers.sweeps", Store, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inputDays")]
    [InlineData("coolDays")]
    [InlineData("resultDays")]
    public void Days_AreThoseOfTheInstallation(string name) =>
        Assert.Contains($"\n    {name}: {name}\n", Repository.Read("infra/main.bicep"), StringComparison.Ordinal);
}

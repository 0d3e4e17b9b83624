namespace NeuralStyle.Infra.Tests.Deployment;

/// <summary>Which function runs in which app: infra/names.json, from which Bicep makes the settings AzureWebJobs.{name}.Disabled.</summary>
public class FunctionSwitchTests
{
    private static readonly Dictionary<string, string[]> Apps = Repository.ReadJson("infra/names.json").GetProperty("functions").EnumerateObject()
        .ToDictionary(function => function.Name, function => function.Value.EnumerateArray().Select(app => app.GetString()!).ToArray());

    [Fact]
    public void Functions_AreThoseOfTheCode() =>
        Assert.Equal(FunctionNames.OfTheCode, Apps.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Worker_RunsTrialsAndTellsItsHealth_AndNothingElse()
    {
        Assert.Equal(["CheckHealth", "RunTrial"], Apps.Where(function => function.Value.Contains("worker")).Select(function => function.Key).Order(StringComparer.Ordinal));
        Assert.Equal("RunTrial", Assert.Single(Apps, function => !function.Value.Contains("control")).Key);
        Assert.All(Apps, function => Assert.NotEmpty(function.Value));
        Assert.All(Apps.Values.SelectMany(apps => apps), app => Assert.Contains(app, new[] { "control", "worker" }));
    }

    [Fact]
    public void Switches_AreSaidInOnePlace()
    {
        var places = Repository.Files("infra", "*.*").Where(file => !file.EndsWith(".md", StringComparison.Ordinal)
            && Repository.Read(file).Contains("AzureWebJobs.", StringComparison.Ordinal));

        Assert.Equal("infra/modules/app.bicep", Assert.Single(places));
    }

    // Off is what is another app's, and what the app is told to leave off; all the others are on.
    [Fact]
    public void Switches_AreMadeOfTheListOfNames_AndGivenToTheApp()
    {
        var app = Repository.Read("infra/modules/app.bicep");

        Assert.Contains("var functions = items(names.functions)\n", app, StringComparison.Ordinal);
        Assert.Contains("var switchedOff = filter(functions, item => !contains(item.value, role) || contains(off, item.key))\n", app, StringComparison.Ordinal);
        Assert.Contains("var switches = map(switchedOff, item => {\n  name: 'AzureWebJobs.${item.key}.Disabled'\n  value: 'true'\n})\n", app, StringComparison.Ordinal);
        Assert.Contains("env: concat(values, switches)\n", app, StringComparison.Ordinal);
    }

    [Fact]
    public void StartOfSweeps_TheOneThatIsNotWanted_IsOff()
    {
        Assert.Contains("var idleStart = startBy == 'events' ? 'StartSweep' : 'StartSweepOnEvent'\n", Repository.Read("infra/control.bicep"), StringComparison.Ordinal);
        Assert.Contains("\n    off: [idleStart]\n", Repository.Read("infra/control.bicep"), StringComparison.Ordinal);
        Assert.Contains("\n    off: []\n", Repository.Read("infra/worker.bicep"), StringComparison.Ordinal);
        Assert.Contains("functionName=Host.Functions.StartSweepOnEvent&", Repository.Read("infra/hooks/subscribe-events.sh"), StringComparison.Ordinal);
        Assert.Contains("StartSweep", Apps.Keys);
        Assert.Contains("StartSweepOnEvent", Apps.Keys);
    }
}

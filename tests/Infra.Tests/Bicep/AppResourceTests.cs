using NeuralStyle.Infra.Tests.Deployment;

namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>The two container apps: how they are reached and asked for their health, on what they run, and what makes them more or fewer.</summary>
public class AppResourceTests(InfraBicep bicep)
{
    [Fact]
    public void App_OfContainers_AnswersOverTlsAndTellsItsHealth()
    {
        var app = Made("Microsoft.App/containerApps@");

        Assert.Contains("allowInsecure: false", app, StringComparison.Ordinal);
        Assert.Contains("terminationGracePeriodSeconds: graceSeconds", app, StringComparison.Ordinal);
        Assert.Matches(@"external: false[\s\S]*minReplicas: 0\b", Repository.Read("infra/worker.bicep"));
        Assert.Matches(@"external: true[\s\S]*minReplicas: 1\b", Repository.Read("infra/control.bicep"));
    }

    // To be ready asks storage too: where that is away, new work goes elsewhere, but no replica that computes is killed for it.
    [Theory]
    [InlineData("Startup", "names.healthPath")]
    [InlineData("Liveness", "names.healthPath")]
    [InlineData("Readiness", "names.readyPath")]
    public void Probe_OfEachKind_AsksItsAddress(string kind, string path) => Assert.Matches(
        $@"type: '{kind}'\s+httpGet: \{{\s+path: {path}\s+port: names\.port\s", Made("Microsoft.App/containerApps@"));

    [Fact]
    public void Worker_RunsOnTheGpu_AndTheControlAppDoesNot()
    {
        var environment = Repository.Read("infra/modules/environment.bicep");

        Assert.Matches(@"name: 'gpu'\s+workloadProfileType: gpuProfile\n", environment);
        Assert.Matches(@"name: 'Consumption'\s+workloadProfileType: 'Consumption'\n", environment);
        Assert.Contains("workloadProfileName: profile\n", Made("Microsoft.App/containerApps@"), StringComparison.Ordinal);
        Assert.Contains("\n    profile: 'gpu'\n", Repository.Read("infra/worker.bicep"), StringComparison.Ordinal);
        Assert.Contains("\n    profile: 'Consumption'\n", Repository.Read("infra/control.bicep"), StringComparison.Ordinal);
        Assert.Equal("'cuda'", AppSettings.Of("infra/worker.bicep")["Processor__Device"]);
        Assert.DoesNotContain("Processor__Device", AppSettings.Of("infra/control.bicep").Keys);
    }

    [Fact]
    public void Telemetry_OfEachApp_HasItsName() =>
        Assert.Equal("names.host.ids[role]", AppSettings.Of("infra/modules/app.bicep", "common")["OTEL_SERVICE_NAME"]);

    // The platform was seen to make no rule for a queue that is read with a user-assigned identity; from none, no worker would ever come.
    [Fact]
    public void App_ThatScalesFromNone_HasARuleOfItsOwn_ByItsQueueAndIdentity()
    {
        var file = Repository.Read("infra/modules/app.bicep");
        var app = Made("Microsoft.App/containerApps@");

        Assert.Contains("kind: empty(queue) ? 'functionapp' : null", app, StringComparison.Ordinal);
        Assert.Contains("rules: empty(queue) ? null : rules", app, StringComparison.Ordinal);
        Assert.Matches(@"type: 'azure-queue'\s+identity: identity\.id\s+metadata: \{\s+accountName: dataAccountName\s+queueName: queue\s+queueLength: queueLength\s+\}", file);
        Assert.Matches(@"queue: names\.queues\.trials\s+queueLength: batch\s+minReplicas: 0\b", Repository.Read("infra/worker.bicep"));
        Assert.Contains("queues__batchSize: batch\n", Repository.Read("infra/worker.bicep"), StringComparison.Ordinal);
        Assert.Matches(@"queue: ''\s+queueLength: ''\s+minReplicas: 1\b", Repository.Read("infra/control.bicep"));
    }

    private string Made(string type) =>
        Assert.Single(bicep.Files.SelectMany(file => file.Resources), resource => !resource.Existing && resource.Type.StartsWith(type, StringComparison.Ordinal)).Text;
}

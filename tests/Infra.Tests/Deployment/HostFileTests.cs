using System.Text.Json;

namespace NeuralStyle.Infra.Tests.Deployment;

/// <summary>Numbers of host.json that the code rests on, and what the apps set above it.</summary>
public class HostFileTests
{
    private static readonly JsonElement Extensions = Repository.ReadJson("host.json").GetProperty("extensions");

    // The scaler reads the file's number where it reads any: one message, one worker. A threshold would have a busy worker take more.
    [Fact]
    public void Queues_OfTheWorker_GiveOneTrialAtATime()
    {
        var queues = Extensions.GetProperty("queues");
        var worker = AppSettings.Of("infra/worker.bicep");

        Assert.Equal((1, 0), (queues.GetProperty("batchSize").GetInt32(), queues.GetProperty("newBatchThreshold").GetInt32()));
        Assert.Equal("base64", queues.GetProperty("messageEncoding").GetString());
        Assert.DoesNotContain("AzureFunctionsJobHost__extensions__queues__newBatchThreshold", worker.Keys);
    }

    [Fact]
    public void Queues_OfTheControlApp_GiveManyOutcomesAtATime()
    {
        var control = AppSettings.Of("infra/control.bicep");

        Assert.Equal("'16'", control["AzureFunctionsJobHost__extensions__queues__batchSize"]);
        Assert.Equal("'8'", control["AzureFunctionsJobHost__extensions__queues__newBatchThreshold"]);
    }

    // A host of a newer version leaves what it was not given to do to those that know it, and takes up what is older.
    [Fact]
    public void DurableTask_VersionsAndHub_AreMatched()
    {
        var durable = Extensions.GetProperty("durableTask");

        Assert.Equal(
            ("CurrentOrOlder", "Reject", "%TASK_HUB_NAME%"),
            (Text(durable, "versionMatchStrategy"), Text(durable, "versionFailureStrategy"), Text(durable, "hubName")));
        Assert.Equal("AzureStorage", Text(durable.GetProperty("storageProvider"), "type"));
        Assert.Equal("'TaskHubStorage'", AppSettings.Of("infra/control.bicep")["AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName"]);
    }

    // What the host ends by the clock it fails, and its message comes back beside the one that the worker, told to stop, queues anew.
    [Fact]
    public void FunctionTimeout_OfTheWorker_IsNone() =>
        Assert.Equal("'-1'", AppSettings.Of("infra/worker.bicep")["AzureFunctionsJobHost__functionTimeout"]);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

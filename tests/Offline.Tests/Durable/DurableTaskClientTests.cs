using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace NeuralStyle.Offline.Tests.Durable;

public sealed class DurableTaskClientTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ScheduleNewOrchestrationInstanceAsync_EachOverload_ReachesTheAbstractOne()
    {
        await using var client = new RecordingClient();

        await client.ScheduleNewOrchestrationInstanceAsync("A", Cancellation);
        await client.ScheduleNewOrchestrationInstanceAsync("B", "in", Cancellation);
        await client.ScheduleNewOrchestrationInstanceAsync("C", new StartOrchestrationOptions("id"), Cancellation);

        Assert.Equal(["schedule A null null", "schedule B in null", "schedule C null id"], client.Calls);
    }

    [Fact]
    public async Task InstanceOperations_ShortOverloads_ReachTheFullOnes()
    {
        await using var client = new RecordingClient();

        await client.RaiseEventAsync("i", "done", Cancellation);
        await client.TerminateInstanceAsync("i", Cancellation);
        await client.TerminateInstanceAsync("i", (object)"why", Cancellation);
        await client.SuspendInstanceAsync("i", Cancellation);
        await client.ResumeInstanceAsync("i", Cancellation);
        await client.GetInstanceAsync("i", Cancellation);
        await client.GetInstanceAsync("i", true, Cancellation);

        Assert.Equal(
            ["raise i done null", "terminate i null", "terminate i why", "suspend i null", "resume i null", "get i False", "get i True"],
            client.Calls);
    }

    [Fact]
    public async Task PurgeInstanceAsync_NotOverridden_ThrowsNotSupported()
    {
        await using var client = new RecordingClient();

        await Assert.ThrowsAsync<NotSupportedException>(() => client.PurgeInstanceAsync("i", Cancellation));
    }

    [Fact]
    public async Task GetAllInstancesAsync_SeveralPages_EnumeratesAll()
    {
        await using var client = new RecordingClient(new("A", "1"), new("B", "2"), new("C", "3"));

        var ids = new List<string>();
        await foreach (var instance in client.GetAllInstancesAsync())
            ids.Add(instance.InstanceId);

        Assert.Equal(["1", "2", "3"], ids);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending, false, false)]
    [InlineData(OrchestrationRuntimeStatus.Running, true, false)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, false, false)]
    [InlineData(OrchestrationRuntimeStatus.Completed, false, true)]
    [InlineData(OrchestrationRuntimeStatus.Failed, false, true)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, false, true)]
    public void OrchestrationMetadata_Status_TellsRunningAndCompleted(OrchestrationRuntimeStatus status, bool running, bool completed)
    {
        var metadata = new OrchestrationMetadata("A", "1") { RuntimeStatus = status };

        Assert.Equal((running, completed), (metadata.IsRunning, metadata.IsCompleted));
    }

    [Fact]
    public void ReadOutputAs_WithConverter_ReadsJson()
    {
        var metadata = new OrchestrationMetadata("A", "1") { DataConverter = JsonDataConverter.Default, SerializedOutput = "[1,2]" };

        Assert.Equal([1, 2], metadata.ReadOutputAs<int[]>()!);
        Assert.Null(metadata.ReadInputAs<string>());
    }

    [Fact]
    public void ReadOutputAs_WithoutConverter_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new OrchestrationMetadata("A", "1").ReadOutputAs<string>());
}

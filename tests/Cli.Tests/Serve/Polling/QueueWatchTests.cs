using NeuralStyle.Cli.Serve.Polling;

namespace NeuralStyle.Cli.Tests.Serve.Polling;

public class QueueWatchTests
{
    [Fact]
    public void AllowedDequeues_AreThoseOfTheFunctionsHost() => Assert.Equal(
        QueueWatch.AllowedDequeues, Repository.ReadJson("host.json").GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
}

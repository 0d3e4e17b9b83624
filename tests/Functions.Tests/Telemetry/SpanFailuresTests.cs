using System.Collections.Concurrent;
using System.Diagnostics;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Functions.Tests.Fakes;

namespace NeuralStyle.Functions.Tests.Telemetry;

public sealed class SpanFailuresTests : IDisposable
{
    private readonly Processor _processor = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    // Other tests of this process are listened to as well.
    private readonly string _sweep = $"told-{Guid.NewGuid():N}";

    public SpanFailuresTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ProcessorTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _listener.Dispose();
        _processor.Dispose();
    }

    [Fact]
    public async Task RunTrial_StoreIsGone_SpanSaysSo()
    {
        _processor.Store.BeforeRead = _ => throw new StoreUnavailableException("Storage did not answer.");

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => _processor.Get<ControlledTrials>().RunAsync(new TrialRequest(_sweep, "t", "i"), Cancellation));

        Assert.Equal((ActivityStatusCode.Error, "Storage did not answer."), StatusOf("run trial"));
    }

    [Fact]
    public async Task ToldBy_ToldToStop_IsNoFailure()
    {
        using var span = new Activity("work");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.FromCanceled<int>(new CancellationToken(true)).ToldBy(span));

        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    [Fact]
    public async Task EnqueueTrial_QueueIsGone_SpanSaysSo()
    {
        _processor.Messenger.IsOutOfReach = true;

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => _processor.Get<EnqueueTrial>().RunAsync(new TrialRequest(_sweep, "t", "i"), Cancellation));

        Assert.Equal((ActivityStatusCode.Error, "the queue is out of reach, as the test wants"), StatusOf("queue trial"));
    }

    private (ActivityStatusCode Status, string? Reason) StatusOf(string name)
    {
        var span = Assert.Single(_spans, span => span.OperationName == name && (string?)span.GetTagItem(ProcessorTelemetry.SweepTag) == _sweep);
        return (span.Status, span.StatusDescription);
    }
}

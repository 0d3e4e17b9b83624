using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Workers;

/// <summary>What becomes of a trial whose worker is at fault.</summary>
public sealed class FaultyWorkerTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DeviceTrouble.Missing, WorkerFaultKind.DeviceMissing)]
    [InlineData(DeviceTrouble.Broken, WorkerFaultKind.DeviceBroken)]
    public async Task RunAsync_DeviceFails_TheProcessLeavesAndNothingIsSaidOfTheTrial(DeviceTrouble trouble, WorkerFaultKind kind)
    {
        var request = await PlanAsync();
        _processor.Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation == 3)
                throw new DeviceException(trouble, "CUDA error: misaligned address");
        };
        _processor.Engine.AfterEvaluation = (observer, evaluation) => observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(evaluation));

        await Assert.ThrowsAsync<WorkerFaultException>(() => TriggerAsync(request));

        Assert.Equal(new WorkerFault(kind, "CUDA error: misaligned address"), Assert.Single(_processor.Process.Left));
        Assert.Empty(_processor.Messenger.Results);
        // It counts: a trial that poisons every device must be given up some time.
        Assert.Empty(_processor.Messenger.Trials);
        Assert.False(await HasAsync(StoreLayout.TrialRecord(request.TrialId)));
        // What could be written was: whoever has the message next goes on from here.
        Assert.True(await HasAsync(StoreLayout.TrialCheckpoint(request.TrialId)));
        _processor.Engine.BeforeEvaluation = (_, _, _) => { };
        await TriggerAsync(request);
        Assert.Equal(TrialState.Completed, Assert.Single(_processor.Messenger.Results).Outcome.State);
    }

    [Fact]
    public async Task RunAsync_ProcessToldToStop_EndsWithinAnEvaluationAlsoWhereTheHostDoesNotCancel()
    {
        var request = await PlanAsync();
        var evaluated = 0;
        _processor.Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            evaluated = evaluation;
            if (evaluation == 2)
                _processor.Process.Stop();
        };
        _processor.Engine.AfterEvaluation = (observer, evaluation) => observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(evaluation));

        await TriggerAsync(request);

        Assert.Equal(request.TrialId, Assert.Single(_processor.Messenger.Trials).TrialId);
        Assert.Equal(2, evaluated);
        Assert.True(await HasAsync(StoreLayout.TrialCheckpoint(request.TrialId)));
        Assert.False(await HasAsync(StoreLayout.TrialRecord(request.TrialId)));
    }

    [Fact]
    public async Task RunAsync_ProcessThatLeaves_KeepsFurtherMessagesUntilItEnds()
    {
        var request = await PlanAsync();
        _processor.Get<WorkerCondition>().Spoil(new WorkerFault(WorkerFaultKind.DeviceBroken, "lost"));

        var waiting = TriggerAsync(request);
        // Given back at once, the same message would come here again until it is given up.
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(200, Cancellation)));
        _processor.Process.Stop();

        await waiting;
        Assert.Equal(request.TrialId, Assert.Single(_processor.Messenger.Trials).TrialId);
        Assert.Empty(_processor.Engine.Runs);
    }

    [Fact]
    public async Task RunAsync_EngineHangs_TheProcessLeavesAndNothingIsSaidOfTheTrial()
    {
        var clock = new ManualClock();
        using var processor = new Processor(clock);
        var request = await PlanAsync(processor);
        using var over = new ManualResetEventSlim();
        processor.Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation == 2)
                over.Wait(TimeSpan.FromMinutes(2), CancellationToken.None);
        };
        try
        {
            var running = TriggerAsync(processor, request);
            await Until.DoneAsync(running, clock, TimeSpan.FromSeconds(10));

            var fault = (await Assert.ThrowsAsync<WorkerFaultException>(() => running)).Fault;
            Assert.Equal(WorkerFaultKind.Stalled, fault.Kind);
            Assert.Contains("allowed are 600 s", fault.Reason, StringComparison.Ordinal);
            Assert.Same(fault, Assert.Single(processor.Process.Left));
            // The engine may hang again, or compute it to its end: its message comes back, and counts.
            Assert.Empty(processor.Messenger.Results);
            Assert.Empty(processor.Messenger.Trials);
            Assert.Null(await processor.RecordAsync(request.TrialId, Cancellation));
        }
        finally
        {
            over.Set();
        }
    }

    public void Dispose() => _processor.Dispose();

    private Task TriggerAsync(TrialRequest request) => TriggerAsync(_processor, request);

    private static Task TriggerAsync(Processor processor, TrialRequest request) => processor.Get<RunTrial>().RunAsync(
        QueueMessageJson.Write(new TrialMessage(request.Sweep, request.TrialId, request.InstanceId)), Cancellation);

    private Task<bool> HasAsync(string name) => _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, name, Cancellation);

    private Task<TrialRequest> PlanAsync() => PlanAsync(_processor);

    private static async Task<TrialRequest> PlanAsync(Processor processor)
    {
        var trialId = (await processor.PlanOneAsync(Cancellation)).Id;
        return new TrialRequest(SampleSweep.Name, trialId, SweepIdentity.TrialInstanceId("sample-sweep-1", trialId));
    }
}

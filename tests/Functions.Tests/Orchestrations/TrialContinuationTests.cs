using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>Trials that are waited for so long that their history grows past its bound: they begin anew, and nothing shows it.</summary>
public sealed class TrialContinuationTests
{
    private static readonly TrialOutcome Done = new() { TrialId = "t", State = TrialState.Completed, Seconds = 3 };

    [Fact]
    public async Task RunAsync_WaitsPastTheBoundOfItsHistory_BeginsAnewWhereItStood()
    {
        var stage = Stage();
        var probes = 0;
        stage.On(nameof(ProbeTrial), _ => ++probes switch
        {
            3 => new TrialProbe(null, false),
            < 100 => new TrialProbe(null, false, IsInLine: true),
            _ => new TrialProbe(null, false),
        });

        var outcome = await stage.PlayAsync(TrialOrchestration.RunAsync);

        Assert.Equal(TrialState.Failed, outcome.State);
        Assert.InRange(stage.Contexts.Count, 20, 30);
        Assert.All(stage.Contexts, context => Assert.InRange(context.Calls.Count, 3, 12));
        Assert.Equal(3, stage.InputsOf<TrialRequest>(nameof(EnqueueTrial)).Count);
        var began = new DateTimeOffset(FakeStage.Begin, TimeSpan.Zero);
        Assert.All(stage.InputsOf<TrialRequest>(nameof(ProbeTrial)), request => Assert.Equal(began, request.AskedAt));
        Assert.Equal(
            [(began, 3), (began.AddMinutes(30), 97), (began.AddMinutes(1000), 1)],
            stage.InputsOf<TrialRequest>(nameof(ProbeTrial)).CountBy(request => request.QueuedBy!.Value).Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public async Task RunAsync_EventInAHistoryOfLater_GivesItsOutcome()
    {
        var stage = Stage();
        var probes = 0;
        stage.On(nameof(ProbeTrial), _ => new TrialProbe(++probes < 30 ? null : Done with { Reason = "found later" }, IsRunning: true));
        stage.BeforeStep = () =>
        {
            if (stage.Contexts.Count == 3)
                stage.Context.Raise(TrialOrchestration.FinishedEvent, Done);
        };

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));

        Assert.Equal(3, stage.Contexts.Count);
        Assert.Single(stage.InputsOf<TrialRequest>(nameof(EnqueueTrial)));
    }

    [Fact]
    public async Task RunAsync_EventWithTheLastCallOfAHistory_IsNotLeftBehind()
    {
        var stage = Stage();
        var probes = 0;
        stage.On(nameof(ProbeTrial), _ =>
        {
            if (stage.Context.Calls.Count >= 10)
                stage.Context.Raise(TrialOrchestration.FinishedEvent, Done);
            return new TrialProbe(++probes < 30 ? null : Done with { Reason = "found later" }, IsRunning: true);
        });

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));

        Assert.Single(stage.Contexts);
    }

    private static FakeStage Stage()
    {
        var options = new DispatchOptions
        {
            Window = 2,
            Dispatch = TrialDispatch.Queue,
            TrialTimeout = TimeSpan.FromMinutes(10),
            MaxEnqueues = 3,
            HistoryLimit = 10,
        };
        return new FakeStage(new TrialInput("sweep", "t", options)).On(nameof(EnqueueTrial), _ => null);
    }
}

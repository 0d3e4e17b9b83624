using System.Text;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Sweeps;

public sealed class TrialRepetitionTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PrepareAsync_FailedTrial_IsRunAgainAndItsRecordKept()
    {
        var status = await RunAsync(failing: 1);
        var failed = status.Trials[1].TrialId;
        var record = await ReadAsync(StoreLayout.TrialRecord(failed));

        var again = await _processor.Get<TrialRepetition>().PrepareAsync(status, Cancellation);

        Assert.Equal([failed], again);
        Assert.Null(await ReadAsync(StoreLayout.TrialRecord(failed)));
        Assert.Equal(record, await ReadAsync(await EarlierAsync(failed)));
        _processor.Engine.BeforeEvaluation = (_, _, _) => { };
        Assert.Equal((TrialState.Completed, false), Of(await _processor.Execution.RunAsync(failed, Cancellation)));
    }

    [Fact]
    public async Task PrepareAsync_Finished_StaysUntouched()
    {
        var status = await RunAsync(failing: 1);

        await _processor.Get<TrialRepetition>().PrepareAsync(status, Cancellation);

        foreach (var trial in status.Trials.Where(trial => trial.State == TrialState.Completed))
            Assert.Equal((TrialState.Completed, true), Of(await _processor.Execution.RunAsync(trial.TrialId, Cancellation)));
    }

    [Fact]
    public async Task PrepareAsync_Twice_IsOnce()
    {
        var status = await RunAsync(failing: 1);
        var repetition = _processor.Get<TrialRepetition>();

        await repetition.PrepareAsync(status, Cancellation);
        var again = await repetition.PrepareAsync(status, Cancellation);

        Assert.Equal([status.Trials[1].TrialId], again);
        Assert.NotNull(await EarlierAsync(status.Trials[1].TrialId));
    }

    [Fact]
    public async Task PrepareAsync_FailedHereButCompletedByAnotherSweep_StaysUntouched()
    {
        var status = await RunAsync(failing: -1);
        var asFailed = status with { Trials = [status.Trials[0] with { State = TrialState.Failed, Reason = "Not begun: the time was used up." }] };

        Assert.Empty(await _processor.Get<TrialRepetition>().PrepareAsync(asFailed, Cancellation));

        Assert.NotNull(await ReadAsync(StoreLayout.TrialRecord(status.Trials[0].TrialId)));
    }

    [Fact]
    public async Task PrepareAsync_CompletedWithAnotherImage_IsRunAgain()
    {
        var status = await RunAsync(failing: -1);
        var swapped = status.Trials[2].TrialId;
        await _processor.Store.WriteAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(swapped), SampleSweep.Style, "image/png", Cancellation);
        var asFailed = status with { Trials = [status.Trials[2] with { State = TrialState.Failed, Reason = "The image is not the one of the record." }] };

        Assert.Equal([swapped], await _processor.Get<TrialRepetition>().PrepareAsync(asFailed, Cancellation));

        Assert.Null(await ReadAsync(StoreLayout.TrialRecord(swapped)));
    }

    public void Dispose() => _processor.Dispose();

    private static (TrialState State, bool Reused) Of(TrialOutcome outcome) => (outcome.State, outcome.Reused);

    private async Task<SweepStatus> RunAsync(int failing)
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        var plan = await _processor.Planning.PlanAsync(SampleSweep.Name, "m.yaml", Encoding.UTF8.GetBytes(SampleSweep.Manifest), Cancellation);
        _processor.Engine.BeforeEvaluation = (trial, _, _) =>
        {
            if (failing >= 0 && trial.Id == plan.Trials[failing].Id)
                throw new FakeEngineException("no luck");
        };
        var lines = new List<TrialStatus>();
        foreach (var trial in plan.Trials)
        {
            var outcome = await _processor.Execution.RunAsync(trial.Id, Cancellation);
            lines.Add(new TrialStatus(outcome.TrialId, outcome.State, outcome.Reason));
        }

        var now = DateTimeOffset.UnixEpoch;
        return new SweepStatus
        {
            Sweep = SampleSweep.Name,
            InstanceId = "i",
            ManifestETag = "e",
            State = SweepState.CompletedWithFailures,
            StartedAt = now,
            UpdatedAt = now,
            Trials = lines,
        };
    }

    private async Task<string> EarlierAsync(string trialId)
    {
        var names = new List<string>();
        await foreach (var entry in _processor.Store.ListAsync(StoreLayout.TrialsContainer, $"{trialId}/earlier/", Cancellation))
            names.Add(entry.Name);
        return Assert.Single(names);
    }

    private async Task<string?> ReadAsync(string name) =>
        await _processor.Store.ReadAsync(StoreLayout.TrialsContainer, name, Cancellation) is { } blob ? Encoding.UTF8.GetString(blob.Content.Span) : null;
}

using System.Text.Json;
using Microsoft.DurableTask;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>
/// Histories that were written by the version in host.json go on under today's code. Where a change makes other calls, sweeps that are under
/// way would break at the next deployment: raise extensions.durableTask.defaultVersion in host.json, keep the old calls for older versions
/// (TaskOrchestrationContext.CompareVersionTo), and record anew with NEURALSTYLE_RECORD_HISTORY=1.
/// </summary>
public sealed class OrchestrationVersionTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    [Theory]
    [InlineData("plain")]
    [InlineData("controlled")]
    [InlineData("continued")]
    [InlineData("search")]
    [InlineData("queued")]
    public async Task RunAsync_HistoryOfThisVersion_GoesOnWithTheSameCalls(string scenario)
    {
        var path = Repository.PathOf($"tests/Functions.Tests/Orchestrations/Histories/{VersionOf()}/{scenario}.json");
        if (Environment.GetEnvironmentVariable("NEURALSTYLE_RECORD_HISTORY") is not null)
            await RecordAsync(path, scenario);
        var histories = JsonSerializer.Deserialize<List<RecordedHistory>>(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;

        Assert.NotEmpty(histories);
        foreach (var history in histories)
        {
            SynchronizationContext.SetSynchronizationContext(null);
            var context = new FakeContext(history.Input, history.BeganAt);
            var running = Orchestration(scenario)(context);
            foreach (var happening in history.Happenings)
                context.Happen(happening);
            Assert.Equal(history.Calls, context.Calls.Select(RecordedHistory.NameOf));
            Assert.True(running.IsCompletedSuccessfully);
        }
    }

    private static Func<TaskOrchestrationContext, Task> Orchestration(string scenario) =>
        scenario == "queued" ? TrialOrchestration.RunAsync : SweepOrchestration.RunAsync;

    private static async Task RecordAsync(string path, string scenario)
    {
        var stage = await PlayAsync(scenario);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var histories = stage.Contexts.Select(context => new RecordedHistory(
            context.SerializedInput, context.BeganAt, context.History, [.. context.Calls.Select(RecordedHistory.NameOf)]));
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(histories, Readable) + "\n");
    }

    private static async Task<FakeStage> PlayAsync(string scenario)
    {
        if (scenario == "queued")
        {
            var stage = Queued();
            await stage.PlayAsync(TrialOrchestration.RunAsync);
            return stage;
        }

        var sweep = scenario switch
        {
            "plain" => new ControlledSweep(TimeSpan.FromSeconds(30)),
            "controlled" => Controlled(),
            "continued" => new ControlledSweep(historyLimit: 4),
            _ => Search(),
        };
        await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);
        return sweep.Stage;
    }

    /// <summary>Storage is away for a moment, a trial is given back, the sweep paused, resumed and cancelled.</summary>
    private static ControlledSweep Controlled()
    {
        var sweep = new ControlledSweep();
        var composed = 0;
        sweep.Trial = trialId =>
        {
            if (trialId != "b" || sweep.Begun.Count(begun => begun == "b") > 1)
                return ControlledSweep.Done(trialId);
            sweep.Ask(SweepRequest.PauseNow);
            return new TrialOutcome { TrialId = trialId, State = TrialState.Pending };
        };
        sweep.Sheet = _ => ++composed == 1
            ? throw new StoreUnavailableException("Storage did not answer.")
            : new ComposedSheet(["sheet.png"], []);
        sweep.Stage.BeforeStep = () =>
        {
            if (sweep.Stage.Context.Pending.Count == 0 && sweep.Request == SweepRequest.PauseNow)
                sweep.Ask(SweepRequest.Run);
            if (sweep.Begun.Contains("d") && sweep.Request == SweepRequest.Run)
                sweep.Ask(SweepRequest.Cancel);
        };
        return sweep;
    }

    private static ControlledSweep Search()
    {
        var sweep = new ControlledSweep(planned: new PlannedSweep { TrialIds = ControlledSweep.Ids, MaxMinutes = 30, Rungs = 2 });
        sweep.Stage.On(nameof(PromoteTrials), _ => new PromotedTrials { TrialIds = ["A", "B"] });
        return sweep;
    }

    /// <summary>The message is lost, then its result is.</summary>
    private static FakeStage Queued()
    {
        var options = new DispatchOptions
        {
            Window = 2,
            Dispatch = TrialDispatch.Queue,
            TrialTimeout = TimeSpan.FromMinutes(10),
            MaxEnqueues = 3,
            HistoryLimit = 1000,
        };
        var probes = 0;
        return new FakeStage(new TrialInput("sweep", "a", options))
            .On(nameof(EnqueueTrial), _ => null)
            .On(nameof(ProbeTrial), _ => ++probes switch
            {
                1 => new TrialProbe(null, IsRunning: false),
                2 => new TrialProbe(null, IsRunning: true),
                _ => new TrialProbe(ControlledSweep.Done("a"), IsRunning: false),
            });
    }

    private static string VersionOf() =>
        Repository.ReadJson("host.json").GetProperty("extensions").GetProperty("durableTask").GetProperty("defaultVersion").GetString()!;
}

using System.Text.Json;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>A sweep of five trials, two at once, on a stage; a test says what is asked of it, and when.</summary>
internal sealed class ControlledSweep
{
    public static readonly string[] Ids = ["a", "b", "c", "d", "e"];

    public ControlledSweep(TimeSpan sheetInterval = default, PlannedSweep? planned = null, bool timersRingAtOnce = false, int historyLimit = 1000)
    {
        var input = new SweepInput
        {
            Sweep = "sweep",
            ManifestName = "sweep.yaml",
            ManifestETag = "e",
            Dispatch = new()
            {
                Window = 2,
                Dispatch = TrialDispatch.Queue,
                TrialTimeout = TimeSpan.FromHours(1),
                MaxEnqueues = 3,
                SheetInterval = sheetInterval,
                HistoryLimit = historyLimit,
            },
        };
        Stage = new FakeStage(input, timersRingAtOnce)
            .On(nameof(PlanSweep), _ => planned ?? new PlannedSweep { TrialIds = Ids, MaxMinutes = 30 })
            .On(nameof(UpdateStatus), call =>
            {
                Updates.Add(JsonSerializer.Deserialize<StatusUpdate>(call.Input!)!);
                return new StatusAnswer(true, Request);
            })
            .On(nameof(FindFinished), _ => new FinishedAnswer([]))
            .On(nameof(TrialOrchestration), call => Run(TrialOf(call)))
            .On(nameof(ComposeSheet), call => Compose(JsonSerializer.Deserialize<ComposeRequest>(call.Input!)!));
    }

    public FakeStage Stage { get; }

    /// <summary>What is asked of the sweep now.</summary>
    public SweepRequest Request { get; set; }

    /// <summary>What comes of a trial.</summary>
    public Func<string, TrialOutcome> Trial { get; set; } = Done;

    /// <summary>What comes of a sheet.</summary>
    public Func<ComposeRequest, ComposedSheet> Sheet { get; set; } = _ => new ComposedSheet(["sheet.png"], []);

    /// <summary>Trials that were begun, in order.</summary>
    public List<string> Begun { get; } = [];

    public List<StatusUpdate> Updates { get; } = [];

    public List<ComposeRequest> Sheets { get; } = [];

    /// <summary>Asks something, and has the sweep look.</summary>
    public void Ask(SweepRequest request)
    {
        Request = request;
        Stage.Context.Raise(SweepOrchestration.ControlEvent, string.Empty);
    }

    /// <summary>The outcomes that the last sheet was drawn from.</summary>
    public Dictionary<string, TrialOutcome> Outcomes => Sheets[^1].Outcomes.ToDictionary(outcome => outcome.TrialId);

    public static TrialOutcome Done(string trialId) => new() { TrialId = trialId, State = TrialState.Completed, Seconds = 1 };

    public static string TrialOf(FakeCall call) => JsonSerializer.Deserialize<TrialInput>(call.Input!)!.TrialId;

    private TrialOutcome Run(string trialId)
    {
        Begun.Add(trialId);
        return Trial(trialId);
    }

    private ComposedSheet Compose(ComposeRequest request)
    {
        Sheets.Add(request);
        return Sheet(request);
    }
}

using System.Globalization;

namespace NeuralStyle.Functions.Storage;

/// <summary>Names of containers, blobs and queues: the one place that says them.</summary>
public static class StoreLayout
{
    public const string InputContainer = "input";
    public const string SweepsContainer = "sweeps";
    public const string TrialsContainer = "trials";
    public const string ResultsContainer = "results";

    public const string TrialsQueue = "trials";
    public const string TrialsPoisonQueue = "trials-poison";
    public const string TrialResultsQueue = "trial-results";

    /// <summary>Wakes hosts when something was asked of a sweep.</summary>
    public const string SweepControlsQueue = "sweep-controls";

    public static string TrialJson(string trialId) => $"{trialId}/trial.json";

    public static string TrialImage(string trialId) => $"{trialId}/image.png";

    public static string TrialRecord(string trialId) => $"{trialId}/record.json";

    /// <summary>The record of a run that is not to be taken for the trial's answer any more: it failed, and was asked to run again.</summary>
    public static string TrialEarlierRecord(string trialId, DateTimeOffset finishedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{trialId}/earlier/{finishedAt.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}.json");

    public static string TrialProgress(string trialId) => $"{trialId}/progress.json";

    /// <summary>What the names of a trial's snapshots begin with.</summary>
    public static string TrialSnapshots(string trialId) => $"{trialId}/snapshots/";

    public static string TrialSnapshot(string trialId, int evaluation) => $"{trialId}/{SnapshotName(evaluation)}";

    /// <summary>A snapshot's name within its trial's folder.</summary>
    public static string SnapshotName(int evaluation) => string.Create(CultureInfo.InvariantCulture, $"snapshots/{evaluation}.png");

    /// <summary>Where a trial that was broken off goes on from; gone when it has ended.</summary>
    public static string TrialCheckpoint(string trialId) => $"{trialId}/checkpoint.bin";

    /// <summary>The result in the form that the trial asks for, beside image.png.</summary>
    public static string TrialOutput(string trialId, string outputFile) => $"{trialId}/{outputFile}";

    /// <summary>A trial's snapshots and result side by side.</summary>
    public static string TrialFilmStrip(string trialId) => $"{trialId}/filmstrip.png";

    /// <summary>A few of them, small: what a report carries.</summary>
    public static string TrialSmallFilmStrip(string trialId) => $"{trialId}/filmstrip.webp";

    /// <summary>Plots of losses, improvement and seconds over a trial's evaluations, as <c>svg</c> or <c>png</c>.</summary>
    public static string TrialPlots(string trialId, string extension) => $"{trialId}/plots.{extension}";

    /// <summary>What the names of all notes of repeated work begin with, in the trials' container. No trial has such an id.</summary>
    public const string RepeatedWork = "repeated/";

    /// <summary>What of one run of a trial another run computed again; see <see cref="Trials.RepeatedWork"/>.</summary>
    public static string RepeatedWorkOf(string trialId, DateTimeOffset startedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{RepeatedWork}{trialId}/{startedAt.UtcDateTime:yyyyMMdd'T'HHmmssfffffff'Z'}.json");

    public static string SweepPlan(string sweep) => $"{sweep}/plan.json";

    public static string SweepManifest(string sweep) => $"{sweep}/sweep.json";

    public static string SweepStatus(string sweep) => $"{sweep}/status.json";

    /// <summary>What people said of pairs of its trials.</summary>
    public static string SweepVotes(string sweep) => $"{sweep}/votes.json";

    /// <summary>What the sheet was composed of, and the hashes of all of it.</summary>
    public static string SweepProvenance(string sweep) => $"{sweep}/provenance.json";

    /// <summary>What was last asked of the sweep; absent when nothing was.</summary>
    public static string SweepControl(string sweep) => $"{sweep}/control.json";

    public static string SweepTable(string sweep) => $"{sweep}/trials.csv";

    public static string SweepReport(string sweep) => $"{sweep}/index.html";

    /// <summary>The first page is sheet.png, the others sheet-2.png and so on.</summary>
    public static string SweepSheet(string sweep, int page) =>
        page == 1 ? $"{sweep}/sheet.png" : string.Create(CultureInfo.InvariantCulture, $"{sweep}/sheet-{page}.png");
}

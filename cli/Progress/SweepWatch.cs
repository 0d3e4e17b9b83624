using System.Runtime.CompilerServices;
using System.Text.Json;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Progress;

/// <summary>Follows a sweep by reading its documents from the store, so that it works from any machine and for any host.</summary>
internal sealed class SweepWatch(IStore store, string sweep, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    private SweepView? _planned;

    /// <summary>The sweep now; null when the store has no status of it.</summary>
    /// <exception cref="JsonException">Its status or its plan can't be read.</exception>
    public async Task<SweepView?> LookAsync(CancellationToken cancellation)
    {
        if (await store.ReadDocumentAsync<SweepStatus>(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(sweep), cancellation) is not { } status)
            return null;

        // A newer manifest of this name has another plan, and that of a search goes on by rungs.
        if (_planned?.Status.InstanceId != status.InstanceId || _planned?.Plan?.Trials.Count < status.Trials.Count)
            _planned = null;
        if (_planned is null && status.Trials.Count > 0)
        {
            var plan = await store.ReadDocumentAsync<SweepPlan>(StoreLayout.ResultsContainer, StoreLayout.SweepPlan(sweep), cancellation);
            _planned = plan is null ? null : new SweepView(status, plan, []);
        }

        var running = new List<TrialProgress>();
        foreach (var trial in status.Trials.Where(trial => trial.State == TrialState.Running))
        {
            if (await store.ReadProgressAsync(trial.TrialId, cancellation) is { } progress)
                running.Add(progress);
        }

        return _planned?.With(status, running) ?? new SweepView(status, null, running);
    }

    /// <summary>Looks again and again until the sweep has finished, the last look included.</summary>
    /// <param name="manifestETag">The version of the manifest to wait for; null for any.</param>
    /// <param name="cancellation">Ends the watching, not the sweep.</param>
    public async IAsyncEnumerable<SweepView?> FollowAsync(
        string? manifestETag, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var view = await LookAsync(manifestETag, cancellation);
            // An older run of the same sweep may have left its status.
            if (view is not null && manifestETag is not null && view.Status.ManifestETag != manifestETag)
                view = null;
            yield return view;
            if (view is { Status.IsFinished: true })
                yield break;
            await Task.Delay(Interval, clock, cancellation);
        }
    }

    private async Task<SweepView?> LookAsync(string? manifestETag, CancellationToken cancellation)
    {
        try
        {
            return await LookAsync(cancellation);
        }
        catch (JsonException) when (manifestETag is not null)
        {
            // What is waited for replaces what is there.
            return null;
        }
    }
}

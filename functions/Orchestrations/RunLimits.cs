using System.Globalization;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>What a sweep may still use while it runs: time, which stands still while it is paused, and work, which costs.</summary>
internal sealed class RunLimits(PlannedSweep planned, LimitsLeft left)
{
    private DateTime _deadline = left.Deadline;
    private DateTime? _pausedAt = left.PausedAt;
    private double _workSeconds = left.WorkSeconds;

    /// <summary>What is left by now.</summary>
    public LimitsLeft Left => new(_deadline, _pausedAt, _workSeconds);

    /// <summary>Notes whether the sweep is paused.</summary>
    public void Pause(bool isPaused, DateTime now)
    {
        if (isPaused)
        {
            _pausedAt ??= now;
        }
        else if (_pausedAt is { } since)
        {
            _deadline += now - since;
            _pausedAt = null;
        }
    }

    /// <summary>Notes the work of a trial.</summary>
    public void Spend(TrialOutcome outcome) => _workSeconds += outcome.Reused ? 0 : outcome.Seconds;

    /// <summary>Why no further trial may be begun; null while one may.</summary>
    public string? Reached(DateTime now)
    {
        if (now >= _deadline)
            return Text($"Not begun: the sweep's limit of {planned.MaxMinutes} minutes was used up. Submit it again to go on.");
        return _workSeconds >= planned.MaxWorkSeconds
            ? Text($"Not begun: the trials before had taken {_workSeconds:0.#} s, and limits.maxCost pays for {planned.MaxWorkSeconds:0.#} s. Submit it again to go on.")
            : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

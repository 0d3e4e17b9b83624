namespace NeuralStyle.Cli.Progress;

/// <summary>One thing that happened in a sweep.</summary>
/// <param name="Event">planned, completed, reused, failed, dropped, cancelled or not run; composing, paused, resumed or cancelled of the sweep.</param>
/// <param name="Sweep">The sweep.</param>
/// <param name="TrialId">The trial; null when it is of the whole sweep.</param>
/// <param name="Trial">What distinguishes the trial.</param>
/// <param name="Text">What happened.</param>
internal sealed record SweepEvent(string Event, string Sweep, string? TrialId, string? Trial, string Text);

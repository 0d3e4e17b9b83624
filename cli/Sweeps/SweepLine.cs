using System.Globalization;
using NeuralStyle.Cli.Progress;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Sweeps;

/// <summary>A sweep in a list of all of them.</summary>
/// <param name="Sweep">Its name.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Trials">Its trials.</param>
/// <param name="Completed">Those that completed.</param>
/// <param name="Reused">Those that had ended before.</param>
/// <param name="Failed">Those that failed.</param>
/// <param name="Cancelled">Those that were cancelled.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="UpdatedAt">When its status was last written, UTC.</param>
internal sealed record SweepLine(
    string Sweep, SweepState State, int Trials, int Completed, int Reused, int Failed, int Cancelled, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Those that a search dropped.</summary>
    public int Dropped { get; init; }

    /// <summary>The line of a sweep; null where its status is gone or can't be read.</summary>
    public static async Task<SweepLine?> ReadAsync(IStore store, string sweep, CancellationToken cancellation) =>
        await store.FindDocumentAsync<SweepStatus>(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(sweep), cancellation) is { } status
            ? Of(status)
            : null;

    /// <summary>Writes a list, one line a sweep.</summary>
    public static async Task WriteAsync(TextWriter output, SweepPlace place, IReadOnlyList<SweepLine> lines)
    {
        if (lines.Count == 0)
        {
            await output.WriteLineAsync($"no sweep is known to {place.Name}; {(place.IsFolder ? "'nst run'" : "'nst submit'")} starts one");
            return;
        }

        var (name, state) = (lines.Max(line => line.Sweep.Length), lines.Max(line => Words.Of(line.State).Length));
        foreach (var line in lines)
        {
            var counts = Counts.Of(line.Completed, line.Trials, line.Reused, line.Failed, line.Cancelled, 0, line.Dropped);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Sweep.PadRight(name)}  {Words.Of(line.State).PadRight(state)}  {line.UpdatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}  {counts}"));
        }
    }

    private static SweepLine Of(SweepStatus status) => new(
        status.Sweep,
        status.State,
        status.Trials.Count,
        status.Count(TrialState.Completed),
        status.Trials.Count(trial => trial.Reused),
        status.Count(TrialState.Failed),
        status.Count(TrialState.Cancelled),
        status.StartedAt,
        status.UpdatedAt)
    {
        Dropped = status.Count(TrialState.Dropped),
    };
}

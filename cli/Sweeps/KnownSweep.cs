using NeuralStyle.Cli.Progress;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Cli.Sweeps;

/// <summary>Finds a sweep by the name that a user gave.</summary>
internal static class KnownSweep
{
    // More are not read by anybody.
    private const int MostNamed = 10;

    /// <summary>The sweep as it is now.</summary>
    /// <exception cref="UsageException">There is none of that name; the message names one that is like it.</exception>
    public static async Task<SweepView> RequireAsync(SweepPlace place, string sweep, TimeProvider clock, CancellationToken cancellation) =>
        (IsName(sweep) ? await new SweepWatch(place.Store, sweep, clock).LookAsync(cancellation) : null)
            ?? throw new UsageException(await UnknownAsync(place, sweep, cancellation));

    // What leads elsewhere than to a sweep's own folder is the name of none.
    private static bool IsName(string sweep) => sweep.Length > 0 && !sweep.Contains('/') && !sweep.Contains('\\') && sweep is not ("." or "..");

    private static async Task<string> UnknownAsync(SweepPlace place, string sweep, CancellationToken cancellation)
    {
        var names = await place.NamesAsync(cancellation);
        var there = names.Count switch
        {
            0 => $"there is none; {(place.IsFolder ? "'nst run'" : "'nst submit'")} starts one",
            <= MostNamed => $"there are: {string.Join(", ", names)}",
            _ => $"there are {names.Count}; 'nst status' lists them",
        };
        return $"no sweep '{Shown.Text(sweep)}' is known to {place.Name}{Suggestion.For(sweep, names)}; {there}";
    }
}

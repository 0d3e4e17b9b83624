using System.Globalization;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Searches;

/// <summary>What people have to know who look at the results of a search.</summary>
public static class SearchWords
{
    /// <summary>
    /// E.g. <c>Search by halving, keep 1/3: 12 trials at 64 px, 4 at 128 px, 2 at 256 px; from the second rung on each starts from the enlarged
    /// result of the rung before</c>; null in a plan without a search. Rungs that were not begun are named as such.
    /// </summary>
    public static string? Of(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Search is not { } search)
            return null;
        var rungs = search.Rungs.Select((size, rung) => (Size: size, Trials: plan.TrialsAt(rung).Count, IsFirst: rung == 0))
            .Select(rung => string.Create(
                CultureInfo.InvariantCulture,
                $"{(rung.Trials == 0 ? "none" : rung.Trials)}{(rung.IsFirst ? rung.Trials == 1 ? " trial" : " trials" : string.Empty)} at {rung.Size} px"));
        return $"Search by halving, keep {search.Keep}: {string.Join(", ", rungs)}; from the second rung on each starts from the enlarged result of the rung before";
    }

    /// <summary>What effects of axes are of; null in a plan without a search.</summary>
    public static string? OfEffects(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Search is { } search
            ? $"Of {search.NameOf(0)}, the only one that all settings ran at; at {search.Rungs[^1].ToString(CultureInfo.InvariantCulture)} px the effects may be others."
            : null;
    }
}

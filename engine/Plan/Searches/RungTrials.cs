using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Searches;

/// <summary>The trials that a setting of a search is, rung by rung.</summary>
internal static class RungTrials
{
    /// <summary>What runs at the first rung: the setting itself, at that rung's size.</summary>
    public static TrialParameters First(TrialParameters setting, SweepSearch search) => setting with { ImageSize = search.Rungs[0] };

    /// <summary>
    /// What runs at the next rung: the same setting at that rung's size, from the result of the trial before. What only its own start needed,
    /// such as a seed of noise, has no part in it any more.
    /// </summary>
    /// <param name="before">The trial of the rung before.</param>
    /// <param name="rung">The rung, from 1.</param>
    /// <param name="search">The search.</param>
    public static Trial After(Trial before, int rung, SweepSearch search)
    {
        var parameters = NeutralValues.WithoutIdle(
            before.Parameters with { ImageSize = search.Rungs[rung], Init = InitMode.Trial, InitTrial = before.Id });
        var trial = before with
        {
            Parameters = parameters,
            OtherImages = [.. before.OtherImages.Where(image => parameters.NamedImages.Contains(image.Name))],
        };
        return trial with { Id = TrialId.Of(trial) };
    }
}

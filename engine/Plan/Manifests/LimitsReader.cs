using NeuralStyle.Plan.Manifests.Nodes;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads <c>limits</c>.</summary>
internal static class LimitsReader
{
    /// <summary>Trials that a manifest may allow itself at most.</summary>
    public const int MostTrials = 10_000;

    /// <summary>Minutes that a sweep must have at least.</summary>
    public const double FewestMinutes = 0.01;

    /// <summary>Minutes of a week.</summary>
    public const double MostMinutes = 10_080;

    private static readonly string[] Keys = ["maxTrials", "maxMinutes"];

    /// <summary>The limits; the defaults instead of those with problems.</summary>
    public static ManifestLimits Read(ManifestNode node, ProblemList problems)
    {
        var limits = new ManifestLimits();
        if (problems.ExpectKeys(node, "limits", Keys) is not { } keys)
            return limits;

        if (keys["maxTrials"] is { } trials
            && problems.ExpectNumber(trials, "limits.maxTrials", 1, MostTrials, whole: true) is { } maxTrials)
            limits = limits with { MaxTrials = (int)maxTrials };
        if (keys["maxMinutes"] is { } minutes
            && problems.ExpectNumber(minutes, "limits.maxMinutes", FewestMinutes, MostMinutes, whole: false) is { } maxMinutes)
            limits = limits with { MaxMinutes = maxMinutes };
        return limits;
    }
}

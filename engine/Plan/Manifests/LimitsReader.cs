using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

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

    /// <summary>Money that a sweep must be allowed at least.</summary>
    public const double LeastCost = 0.0001;

    /// <summary>Money that a sweep may be allowed at most.</summary>
    public const double MostCost = 1_000_000;

    private static readonly string[] Keys = ["maxTrials", "maxMinutes", "maxCost", "over"];

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
        if (keys["maxCost"] is { } cost
            && problems.ExpectNumber(cost, "limits.maxCost", LeastCost, MostCost, whole: false) is { } maxCost)
            limits = limits with { MaxCost = maxCost };
        if (keys["over"] is { } over && ReadOver(over, problems) is { } excess)
            limits = limits with { Over = excess };
        return limits;
    }

    private static LimitExcess? ReadOver(ManifestNode node, ProblemList problems)
    {
        const string Path = "limits.over";
        var names = EnumNames.All<LimitExcess>();
        var allowed = string.Join(", ", names);
        if (problems.ExpectScalar(node, Path, allowed) is not { } scalar)
            return null;
        var text = scalar.Value.Trim();
        if (EnumNames.TryParse<LimitExcess>(text, out var excess))
            return excess;
        problems.Add(node, Path, $"'{Shown.Text(text)}' is not allowed{Suggestion.For(text, names)}; allowed: {allowed}");
        return null;
    }
}

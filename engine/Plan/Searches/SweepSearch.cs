using System.Globalization;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Searches;

/// <summary>
/// Successive halving: every setting runs at the size of the first rung; <see cref="Keep"/> of them, the best by <see cref="RungJudgement"/>,
/// go up to the next, where each starts from the enlarged result of its own trial of the rung before; the others are dropped.
/// </summary>
public sealed record SweepSearch
{
    /// <summary>The method.</summary>
    public required SearchMethod Method { get; init; }

    /// <summary>The imageSize of each rung, growing; two or more.</summary>
    public required IReadOnlyList<int> Rungs { get; init; }

    /// <summary>The share that goes up.</summary>
    public KeptShare Keep { get; init; } = KeptShare.Third;

    /// <summary>Which rung a trial of the search is of, from 0; below 0 for a trial of a size that no rung has.</summary>
    public int RungOf(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        for (var rung = 0; rung < Rungs.Count; rung++)
        {
            if (Rungs[rung] == trial.Parameters.ImageSize)
                return rung;
        }

        return -1;
    }

    /// <summary>How many trials each rung has at most, of a group of settings that are judged together: fewer where trials fail.</summary>
    /// <param name="settings">Settings of the group.</param>
    public IReadOnlyList<int> CountsOf(int settings)
    {
        var counts = new List<int> { settings };
        while (counts.Count < Rungs.Count)
            counts.Add(Keep.Of(counts[^1]));
        return counts;
    }

    /// <summary>A rung in words, e.g. <c>rung 1 of 3 (128 px)</c>.</summary>
    /// <param name="rung">The rung, from 0.</param>
    public string NameOf(int rung) => string.Create(CultureInfo.InvariantCulture, $"rung {rung + 1} of {Rungs.Count} ({Rungs[rung]} px)");

    /// <summary>Whether another search is the same.</summary>
    public bool Equals(SweepSearch? other) =>
        other is not null && Method == other.Method && Keep == other.Keep && Rungs.SequenceEqual(other.Rungs);

    /// <inheritdoc/>
    public override int GetHashCode() => Rungs.Aggregate(Keep.GetHashCode(), HashCode.Combine);
}

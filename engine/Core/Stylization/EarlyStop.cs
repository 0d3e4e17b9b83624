namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// Says when a loss hardly falls any more: when its lowest value so far has come down by less than a part of itself over the last
/// evaluations. The lowest values are compared, so that neither Adam's ups and downs nor the trials of a line search end a scale.
/// </summary>
/// <param name="below">The part; 0 for never.</param>
/// <param name="window">The evaluations to look back over; 1 or more.</param>
internal sealed class EarlyStop(double below, int window)
{
    // The lowest loss up to each evaluation.
    private readonly List<double> _lowest = [];

    /// <summary>Evaluations that are compared.</summary>
    public int Count => _lowest.Count;

    /// <summary>Whether it is time to stop.</summary>
    public bool IsDue =>
        below > 0 && _lowest.Count > window && _lowest[^(window + 1)] is var before && before - _lowest[^1] < below * before;

    /// <summary>Takes in the loss of one evaluation; one that is not finite counts, but is never the lowest.</summary>
    public void Add(double total)
    {
        var lowest = _lowest.Count == 0 ? double.PositiveInfinity : _lowest[^1];
        _lowest.Add(double.IsFinite(total) ? Math.Min(lowest, total) : lowest);
    }

    /// <summary>Begins anew: losses from here on can't be compared with those before.</summary>
    public void Reset() => _lowest.Clear();
}

namespace NeuralStyle.Plan.Effects.Confounding;

/// <summary>
/// A setting that was executed, as something to compare, whatever ran it: a name, and for each factor that is known the canonical text of
/// its value. Equal texts are equal values.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Factors">Values by factor. What has no part in the setting, or was not recorded, is missing.</param>
public sealed record ComparedSetting(string Name, IReadOnlyDictionary<string, string> Factors)
{
    /// <summary>
    /// The factors that both settings have with different values, in this one's order. A factor that one of them lacks is no difference of
    /// its own: L-BFGS has no beta1, and that is a consequence of the optimizer.
    /// </summary>
    /// <param name="other">The other setting.</param>
    public IReadOnlyList<string> DifferencesFrom(ComparedSetting other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Factors.Where(factor => other.Factors.TryGetValue(factor.Key, out var value) && value != factor.Value).Select(factor => factor.Key)];
    }

    /// <summary>Whether both have the same factors with the same values.</summary>
    /// <param name="other">The other setting.</param>
    public bool IsSameAs(ComparedSetting other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Factors.Count == other.Factors.Count && Factors.All(factor => other.Factors.TryGetValue(factor.Key, out var value) && value == factor.Value);
    }
}

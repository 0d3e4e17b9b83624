namespace NeuralStyle.Plan.Conventions;

/// <summary>Weights of layers as shares of their sum.</summary>
internal static class LayerShares
{
    /// <summary>Each weight over the sum of all; all 0 where the sum is.</summary>
    public static IReadOnlyList<double> Averaged(IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        return [.. weights.Select(weight => sum == 0 ? 0 : weight / sum)];
    }
}

namespace NeuralStyle.Plan.Conventions;

/// <summary>Weights of one system have no equivalent in another.</summary>
/// <param name="reasons">Why, one sentence a loss.</param>
public sealed class WeightTranslationException(IReadOnlyList<string> reasons) : Exception(string.Join("; ", reasons))
{
    /// <summary>Why, one sentence a loss.</summary>
    public IReadOnlyList<string> Reasons { get; } = reasons;
}

namespace NeuralStyle.Plan.Searches;

/// <summary>How a sweep looks for its best settings instead of running all of them at their full size.</summary>
public enum SearchMethod
{
    /// <summary>Successive halving (Jamieson and Talwalkar, 2016): all settings at a small size, the best of them at the next one, and so on.</summary>
    Halving,
}

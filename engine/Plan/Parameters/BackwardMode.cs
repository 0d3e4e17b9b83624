namespace NeuralStyle.Plan.Parameters;

/// <summary>How the gradients of content and style go back through the network; the result is the same.</summary>
public enum BackwardMode
{
    /// <summary>One pass for both losses.</summary>
    Together,

    /// <summary>A forward and a backward pass for each loss (mathur-rajan): more time, and for layers at different depths less memory at once.</summary>
    Separate,
}

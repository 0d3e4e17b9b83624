namespace NeuralStyle.Plan.Parameters;

/// <summary>How the gradients of content and style go back through the network; the result is the same.</summary>
public enum BackwardMode
{
    /// <summary>One pass for both losses.</summary>
    Together,

    /// <summary>
    /// A forward and a backward pass for each loss (mathur-rajan): more time. Less memory at once only where one loss's layers are much
    /// shallower than the other's: measured at 768 px, vgg19-mini, it was 309 MiB instead of 397 with content relu4_2 and style relu1_1,
    /// relu1_2, but 368 instead of 358 with the default layers.
    /// </summary>
    Separate,
}

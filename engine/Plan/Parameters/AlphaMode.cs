namespace NeuralStyle.Plan.Parameters;

/// <summary>What becomes of the content's transparency.</summary>
public enum AlphaMode
{
    /// <summary>The content is laid on white, and the result is opaque.</summary>
    Drop,

    /// <summary>The result has the content's transparency.</summary>
    Keep,
}

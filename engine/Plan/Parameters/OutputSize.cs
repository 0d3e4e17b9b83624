namespace NeuralStyle.Plan.Parameters;

/// <summary>The size of the saved image.</summary>
public enum OutputSize
{
    /// <summary>The size that was computed.</summary>
    Computed,

    /// <summary>The content image's own size; the result is enlarged or reduced to it.</summary>
    Content,
}

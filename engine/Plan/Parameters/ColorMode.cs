namespace NeuralStyle.Plan.Parameters;

/// <summary>What becomes of the content's colors.</summary>
public enum ColorMode
{
    /// <summary>The style's colors come with it.</summary>
    Style,

    /// <summary>The result's luminance with the content's chroma (YCbCr), when it is saved (neural-style's -original_colors).</summary>
    Luminance,

    /// <summary>Each channel of the result brought to the histogram of the content's, when it is saved (titu1994's hist_match).</summary>
    Histogram,

    /// <summary>The style image's colors brought to the content's mean and covariance before its statistics are measured (Sun et al., 2016; Gatys et al., 2017).</summary>
    Coral,
}

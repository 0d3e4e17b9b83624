namespace NeuralStyle.Plan.Parameters;

/// <summary>The image to start from.</summary>
public enum InitMode
{
    /// <summary>The content image.</summary>
    Content,

    /// <summary>Independent uniform values 0..1, drawn from the trial's seed (titu1994's U(0, 255) - 128, but for its mean).</summary>
    Noise,

    /// <summary>Normal noise N(0, 1) * 0.001 on 0..255 about the network's mean color (neural-style, neural-style-pt).</summary>
    NoiseNeuralStyle,

    /// <summary>Normal noise N(0, 90) on 0..255 about the network's mean color (gordicaleksa); values beyond 0..1 are kept.</summary>
    NoiseGordicaleksa,

    /// <summary>The content's luminance in all three channels (titu1994's "gray").</summary>
    GrayContent,

    /// <summary>Flat middle gray, 0.5; the content in gray is gray-content.</summary>
    Gray,

    /// <summary>Blank white paper, 1 (anh-nn01).</summary>
    Paper,

    /// <summary>The style image, resized to the image's size.</summary>
    Style,

    /// <summary>The image that initImage names, resized to the image's size.</summary>
    Image,

    /// <summary>The result of the trial that initTrial names, resized to the image's size.</summary>
    Trial,
}

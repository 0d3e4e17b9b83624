namespace NeuralStyle.Plan.Parameters;

/// <summary>What a trial makes.</summary>
public enum TrialMode
{
    /// <summary>An image with the content of one image and the style of another.</summary>
    Transfer,

    /// <summary>An image from the content's features alone (Mahendran and Vedaldi, 2015): no style loss, and no style image is needed.</summary>
    Reconstruction,

    /// <summary>An image from the style's statistics alone (Gatys et al., 2015, Texture Synthesis): no content loss, no content image, any size.</summary>
    Texture,
}

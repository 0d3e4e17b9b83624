using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Stylization;

/// <summary>What is saved of a computed image: with the content's colors, transparency and size where the trial asks for them.</summary>
internal static class OutputPicture
{
    /// <summary>The picture to save.</summary>
    /// <param name="trial">The setting.</param>
    /// <param name="pictures">What it read.</param>
    /// <param name="computed">The image as it was optimized, at the last scale's size.</param>
    public static Picture Of(Trial trial, TrialPictures pictures, Picture computed) => computed;
}

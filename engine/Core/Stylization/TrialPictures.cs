using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Stylization;

/// <summary>The pictures that a trial reads, each at its own size.</summary>
public sealed record TrialPictures
{
    /// <summary>The content; mode texture reads none, and any picture may stand here.</summary>
    public required Picture Content { get; init; }

    /// <summary>The styles: one, or those of a blend in the order of its weights.</summary>
    public required IReadOnlyList<Picture> Styles { get; init; }

    /// <summary>The image to start from, for init image and init trial; else null.</summary>
    public Picture? Init { get; init; }

    /// <summary>One mask a style, white where it applies; empty for everywhere.</summary>
    public IReadOnlyList<Picture> StyleMasks { get; init; } = [];

    /// <summary>White where the content is held; null for everywhere.</summary>
    public Picture? ContentMask { get; init; }

    /// <summary>White where the content's colors are kept; null for everywhere.</summary>
    public Picture? ColorMask { get; init; }

    /// <summary>Checks that a trial has the pictures that it needs, before anything is computed.</summary>
    /// <exception cref="StylizationException">It has not; the message lists everything that is missing or at odds.</exception>
    internal void CheckFor(Trial trial)
    {
        var problems = Problems(trial).ToList();
        if (problems.Count > 0)
            throw new StylizationException($"The trial and its images don't fit: {string.Join("; ", problems)}.");
    }

    private IEnumerable<string> Problems(Trial trial)
    {
        var parameters = trial.Parameters;
        if (Styles.Count != trial.Styles.Count)
            yield return $"it has {trial.Styles.Count} style images, {Styles.Count} were given";
        if (StyleMasks.Count > 0 && StyleMasks.Count != Styles.Count)
            yield return $"it has {StyleMasks.Count} style masks for {Styles.Count} style images, allowed is one each, or none";
        if (parameters.Init is InitMode.Image or InitMode.Trial && Init is null)
            yield return $"init {EnumNames.Of(parameters.Init)} needs an image to start from, none was given";
        if (parameters.Mode != TrialMode.Texture)
            yield break;

        if (parameters.Init is InitMode.Content or InitMode.GrayContent)
            yield return $"init {EnumNames.Of(parameters.Init)} needs a content image, mode texture has none";
        if (parameters.Color != ColorMode.Style)
            yield return $"color {EnumNames.Of(parameters.Color)} needs a content image, mode texture has none; allowed is style";
        if (parameters.Alpha != AlphaMode.Drop)
            yield return $"alpha {EnumNames.Of(parameters.Alpha)} needs a content image, mode texture has none; allowed is drop";
        if (parameters.OutputSize != OutputSize.Computed)
            yield return $"outputSize {EnumNames.Of(parameters.OutputSize)} needs a content image, mode texture has none; allowed is computed";
    }
}

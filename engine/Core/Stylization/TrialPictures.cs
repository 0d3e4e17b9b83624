using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Stylization;

/// <summary>The pictures that a trial reads, each at its own size.</summary>
public sealed record TrialPictures
{
    /// <summary>The content.</summary>
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
}

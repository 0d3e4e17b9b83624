using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>The pictures of a trial as tensors of one scale's size.</summary>
internal sealed class ScaleImages
{
    private readonly Trial _trial;
    private readonly TrialPictures _pictures;
    private readonly Device _device;

    /// <exception cref="StylizationException">A picture is too small for a layer at this scale.</exception>
    public ScaleImages(Trial trial, TrialPictures pictures, Scale scale, Device device)
    {
        (_trial, _pictures, _device) = (trial, pictures, device);
        Scale = scale;
        Content = ImageTensor.Of(Fit(pictures.Content, trial.Content, scale.ImageSize), device);
        StyleMasks = [.. pictures.StyleMasks.Select(Mask)];
        ContentMask = pictures.ContentMask is { } mask ? Mask(mask) : null;
    }

    /// <summary>The scale.</summary>
    public Scale Scale { get; }

    /// <summary>The content [1,3,H,W], 0..1, of the size of the image that is optimized.</summary>
    public Tensor Content { get; }

    /// <summary>Height of the image that is optimized, pixels.</summary>
    public long Height => Content.shape[2];

    /// <summary>Width of the image that is optimized, pixels.</summary>
    public long Width => Content.shape[3];

    /// <summary>One mask a style [1,1,H,W], 0 to 1: how far the style applies; empty for everywhere.</summary>
    public IReadOnlyList<Tensor> StyleMasks { get; }

    /// <summary>How far the content is held [1,1,H,W], 0 to 1; null for everywhere.</summary>
    public Tensor? ContentMask { get; }

    /// <summary>Longest side of each style, pixels: the scale's times styleScale, rounded.</summary>
    public int StyleSize => Math.Max(1, (int)Math.Round(Scale.ImageSize * _trial.Parameters.StyleScale, MidpointRounding.AwayFromZero));

    /// <summary>A style [1,3,h,w], 0..1, a new tensor.</summary>
    /// <param name="index">Its place in the blend, from 0.</param>
    public Tensor Style(int index) => ImageTensor.Of(Fit(_pictures.Styles[index], _trial.Styles[index], StyleSize), _device);

    /// <summary>What else a style's tensor depends on, beside its file and <see cref="StyleSize"/>. The same text means the same tensor.</summary>
    /// <param name="index">Its place in the blend, from 0.</param>
    public string StyleTreatment(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _pictures.Styles.Count);
        return string.Empty;
    }

    private Tensor Mask(Picture mask) =>
        ImageTensor.Of(mask.Resize((int)Width, (int)Height), _device).mean([1L], keepdim: true).clamp_(0, 1);

    private Picture Fit(Picture picture, ImageReference image, int size)
    {
        var parameters = _trial.Parameters;
        var fitted = picture.ResizeToLongestSide(size, enlarge: true);
        LayerSet layers = [.. parameters.ActiveContentLayers, .. parameters.ActiveStyleLayers];
        var deepest = layers.Count == 0 ? VggTopology.Layers[0] : layers.MaxBy(VggTopology.DepthOf);
        if (VggTopology.PositionsOf(deepest, fitted.Height, fitted.Width) == 0 || Math.Min(fitted.Height, fitted.Width) < 2)
        {
            throw new StylizationException(
                $"Image '{image.Name}' is {fitted.Size} pixels at imageSize {size}, too small for layer {deepest}: "
                + $"no position is left of its shorter side. Allowed is a larger imageSize, or layers of earlier blocks.");
        }

        return fitted;
    }
}

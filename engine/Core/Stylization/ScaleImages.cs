using System.Globalization;
using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// The pictures of a trial as tensors of one scale's size. Tensors of properties are made at once, in the caller's dispose scope; styles
/// when they are asked for.
/// </summary>
internal sealed class ScaleImages
{
    private readonly Trial _trial;
    private readonly TrialPictures _pictures;
    private readonly Picture? _content;
    private readonly Tensor? _contentTensor;

    /// <exception cref="StylizationException">Pictures are missing, or one is too small for a layer at this scale.</exception>
    public ScaleImages(Trial trial, TrialPictures pictures, Scale scale, Device device)
    {
        pictures.CheckFor(trial);
        (_trial, _pictures, Scale, Device) = (trial, pictures, scale, device);
        var parameters = trial.Parameters;
        LayerSet layers = [.. parameters.ActiveContentLayers, .. parameters.ActiveStyleLayers];
        if (parameters.Mode == TrialMode.Texture)
        {
            var (width, height) = parameters.TextureSize.At(scale.ImageSize, parameters.ImageSize);
            Size = new PictureSize(width, height);
            Check("The texture", Size, layers);
        }
        else
        {
            _content = pictures.Content.ResizeToLongestSide(scale.ImageSize, enlarge: true);
            Size = _content.Size;
            Check($"Image '{trial.Content.Name}'", Size, layers);
            _contentTensor = ImageTensor.Of(_content, device);
        }

        StyleMasks = [.. pictures.StyleMasks.Select(Mask)];
        ContentMask = pictures.ContentMask is { } mask ? Mask(mask) : null;
    }

    /// <summary>The scale.</summary>
    public Scale Scale { get; }

    /// <summary>Where the tensors are.</summary>
    public Device Device { get; }

    /// <summary>Size of the image that is optimized: the content's at this scale, or in mode texture the texture's.</summary>
    public PictureSize Size { get; }

    /// <summary>Height of the image that is optimized, pixels.</summary>
    public long Height => Size.Height;

    /// <summary>Width of the image that is optimized, pixels.</summary>
    public long Width => Size.Width;

    /// <summary>The content [1,3,H,W], 0..1, of the size of the image that is optimized.</summary>
    /// <exception cref="InvalidOperationException">Mode texture has none.</exception>
    public Tensor Content => _contentTensor ?? throw new InvalidOperationException("Mode texture has no content.");

    /// <summary>One mask a style [1,1,H,W], 0 to 1: how far the style applies; empty for everywhere. See <see cref="PictureMask"/>.</summary>
    public IReadOnlyList<Tensor> StyleMasks { get; }

    /// <summary>How far the content is held [1,1,H,W], 0 to 1; null for everywhere.</summary>
    public Tensor? ContentMask { get; }

    /// <summary>Longest side of each style, pixels: the scale's times styleScale, rounded.</summary>
    public int StyleSize => Math.Max(1, (int)Math.Round(Scale.ImageSize * _trial.Parameters.StyleScale, MidpointRounding.AwayFromZero));

    /// <summary>A style [1,3,h,w], 0..1, a new tensor; with color coral in the content's colors.</summary>
    /// <param name="index">Its place in the blend, from 0.</param>
    /// <exception cref="StylizationException">It is too small for a layer at this scale.</exception>
    public Tensor Style(int index)
    {
        var picture = _pictures.Styles[index].ResizeToLongestSide(StyleSize, enlarge: true);
        Check($"Image '{_trial.Styles[index].Name}'", picture.Size, _trial.Parameters.ActiveStyleLayers);
        return ImageTensor.Of(IsRecolored ? ColorMatch.Of(picture, _content!) : picture, Device);
    }

    /// <summary>
    /// What else a style's tensor depends on, beside its file and <see cref="StyleSize"/>: empty, or with color coral the content whose
    /// colors it has. The same text means the same tensor.
    /// </summary>
    /// <param name="index">Its place in the blend, from 0.</param>
    public string StyleTreatment(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _pictures.Styles.Count);
        return IsRecolored ? string.Create(CultureInfo.InvariantCulture, $"coral {_trial.Content.Sha256} {Scale.ImageSize}") : string.Empty;
    }

    private bool IsRecolored => _trial.Parameters.Color == ColorMode.Coral;

    private Tensor Mask(Picture mask) => tensor(PictureMask.Of(mask, Size), [1L, 1, Size.Height, Size.Width]).to(Device);

    private void Check(string what, PictureSize size, LayerSet layers)
    {
        var deepest = layers.Count == 0 ? VggTopology.Layers[0] : layers.MaxBy(VggTopology.DepthOf);
        if (VggTopology.PositionsOf(deepest, size.Height, size.Width) == 0 || Math.Min(size.Height, size.Width) < 2)
        {
            throw new StylizationException(
                $"{what} is {size} pixels at imageSize {Scale.ImageSize}, too small for layer {deepest}: "
                + $"no position is left of its shorter side. Allowed is a larger imageSize, or layers of earlier blocks.");
        }
    }
}

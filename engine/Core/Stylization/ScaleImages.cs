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
        Content = ImageTensor.Of(Fit(pictures.Content, trial.Content), device);
    }

    /// <summary>The scale.</summary>
    public Scale Scale { get; }

    /// <summary>The content [1,3,H,W], 0..1, of the size of the image that is optimized.</summary>
    public Tensor Content { get; }

    /// <summary>Height of the image that is optimized, pixels.</summary>
    public long Height => Content.shape[2];

    /// <summary>Width of the image that is optimized, pixels.</summary>
    public long Width => Content.shape[3];

    /// <summary>A style [1,3,h,w], 0..1, a new tensor.</summary>
    /// <param name="index">Its place in the blend, from 0.</param>
    public Tensor Style(int index) => ImageTensor.Of(Fit(_pictures.Styles[index], _trial.Styles[index]), _device);

    private Picture Fit(Picture picture, ImageReference image)
    {
        var parameters = _trial.Parameters;
        var fitted = picture.ResizeToLongestSide(Scale.ImageSize, enlarge: true);
        LayerSet layers = [.. parameters.ActiveContentLayers, .. parameters.ActiveStyleLayers];
        var deepest = layers.Count == 0 ? VggTopology.Layers[0] : layers.MaxBy(VggTopology.DepthOf);
        if (VggTopology.PositionsOf(deepest, fitted.Height, fitted.Width) == 0 || Math.Min(fitted.Height, fitted.Width) < 2)
        {
            throw new StylizationException(
                $"Image '{image.Name}' is {fitted.Size} pixels at imageSize {Scale.ImageSize}, too small for layer {deepest}: "
                + $"no position is left of its shorter side. Allowed is a larger imageSize, or layers of earlier blocks.");
        }

        return fitted;
    }
}

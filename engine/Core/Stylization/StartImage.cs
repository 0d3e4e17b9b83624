using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>The image that a trial starts from, at its first scale.</summary>
internal static class StartImage
{
    // Deviations of neural-style's and gordicaleksa's noise, of the 0..255 that their networks read.
    private const float NeuralStyleDeviation = 0.001f / 255;
    private const float GordicAleksaDeviation = 90f / 255;
    private const float MiddleGray = 0.5f;
    private const float PaperWhite = 1;

    /// <summary>Makes it.</summary>
    /// <param name="trial">The setting: which image, and the noise's seed.</param>
    /// <param name="pictures">What the trial reads.</param>
    /// <param name="images">The first scale, which gives size and device.</param>
    /// <param name="preprocessing">What the network expects: its mean is the mean of normal noise.</param>
    /// <returns>A new tensor [1,3,H,W], 0..1; beyond it where gordicaleksa's noise is.</returns>
    public static Tensor Of(Trial trial, TrialPictures pictures, ScaleImages images, Preprocessing preprocessing)
    {
        var (init, seed) = (trial.Parameters.Init, trial.Parameters.Seed);
        long[] shape = [1, 3, images.Height, images.Width];
        return init switch
        {
            InitMode.Content => images.Content.clone(),
            InitMode.Noise => tensor(UniformNoise.Values(seed, 3 * images.Height * images.Width), shape).to(images.Device),
            InitMode.NoiseNeuralStyle => Normal(NeuralStyleDeviation),
            InitMode.NoiseGordicaleksa => Normal(GordicAleksaDeviation),
            InitMode.GrayContent => ImageTensor.Of(PictureColors.Gray(ImageTensor.ToPicture(images.Content)), images.Device),
            InitMode.Gray => full(shape, MiddleGray, device: images.Device),
            InitMode.Paper => full(shape, PaperWhite, device: images.Device),
            InitMode.Style => Resized(pictures.Styles[0]),
            InitMode.Image or InitMode.Trial => Resized(pictures.Init!),
            _ => throw new ArgumentOutOfRangeException(nameof(trial), init, "It is no init."),
        };

        Tensor Resized(Picture picture) => ImageTensor.Of(picture.Resize(images.Size.Width, images.Size.Height), images.Device);

        Tensor Normal(float deviation)
        {
            var (mean, area) = (InputScaling.Of(preprocessing).Mean, images.Size.Height * images.Size.Width);
            var values = NormalNoise.Values(seed, 3L * area);
            for (var i = 0; i < values.Length; i++)
                values[i] = mean[i / area] + (deviation * values[i]);
            return tensor(values, shape).to(images.Device);
        }
    }
}

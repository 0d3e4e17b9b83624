using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class StartImageTests
{
    private static readonly float[] TorchvisionMean = [0.485f, 0.456f, 0.406f];
    private static readonly float[] CaffeMean = [123.68f / 255, 116.779f / 255, 103.939f / 255];

    private readonly WeightsLibrary _weights = new(null);

    private TrialPictures Pictures { get; init; } = new()
    {
        Content = TestPictures.Waves(96, 64),
        Styles = [TestPictures.Stripes(40, 56)],
        Init = TestPictures.Waves(30, 30, 3),
    };

    [Fact]
    public void Of_Content_IsTheContentAtTheScale() => Assert.Equal(
        Pictures.Content.ResizeToLongestSide(48).Planes.ToArray(), Values(InitMode.Content));

    [Fact]
    public void Of_GrayContent_IsLuminanceInEachChannel()
    {
        var content = Pictures.Content.ResizeToLongestSide(48).Planes.ToArray();
        var area = content.Length / 3;

        var values = Values(InitMode.GrayContent);

        var expected = Enumerable.Range(0, content.Length)
            .Select(i => i % area)
            .Select(i => (0.299f * content[i]) + (0.587f * content[area + i]) + (0.114f * content[(2 * area) + i]));
        Assert.All(expected.Zip(values), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Theory]
    [InlineData(InitMode.Gray, 0.5f)]
    [InlineData(InitMode.Paper, 1f)]
    public void Of_Flat_IsOneValue(InitMode init, float expected) => Assert.All(Values(init), value => Assert.Equal(expected, value));

    [Fact]
    public void Of_Style_IsTheStyleAtTheImagesSize() =>
        Assert.Equal(Pictures.Styles[0].Resize(48, 32).Planes.ToArray(), Values(InitMode.Style));

    [Theory]
    [InlineData(InitMode.Image)]
    [InlineData(InitMode.Trial)]
    public void Of_Image_IsItAtTheImagesSize(InitMode init) =>
        Assert.Equal(Pictures.Init!.Resize(48, 32).Planes.ToArray(), Values(init));

    [Theory]
    [InlineData(Preprocessing.Torchvision)]
    [InlineData(Preprocessing.Caffe)]
    public void Of_NoiseNeuralStyle_DeviatesByAThousandthOf255(Preprocessing preprocessing)
    {
        var mean = preprocessing == Preprocessing.Caffe ? CaffeMean : TorchvisionMean;

        var channels = Values(InitMode.NoiseNeuralStyle, preprocessing).Chunk(48 * 32).ToArray();

        for (var channel = 0; channel < 3; channel++)
        {
            Assert.Equal(mean[channel], channels[channel].Average(), 1e-6f);
            Assert.InRange(Deviation(channels[channel]), 0.93 * 0.001 / 255, 1.07 * 0.001 / 255);
        }
    }

    [Fact]
    public void Of_NoiseGordicaleksa_DeviatesBy90Of255AndIsNotClamped()
    {
        var channels = Values(InitMode.NoiseGordicaleksa, Preprocessing.Caffe).Chunk(48 * 32).ToArray();

        for (var channel = 0; channel < 3; channel++)
        {
            Assert.Equal(CaffeMean[channel], channels[channel].Average(), 0.04f);
            Assert.InRange(Deviation(channels[channel]), 0.93 * 90 / 255, 1.07 * 90 / 255);
        }

        Assert.Contains(channels[0], value => value < -0.1f);
        Assert.Contains(channels[0], value => value > 1.1f);
    }

    [Theory]
    [InlineData(InitMode.Noise)]
    [InlineData(InitMode.NoiseNeuralStyle)]
    [InlineData(InitMode.NoiseGordicaleksa)]
    public void Of_Noise_FollowsTheSeed(InitMode init)
    {
        Assert.Equal(Values(init), Values(init));
        Assert.NotEqual(Values(init), Values(init, seed: 8));
    }

    [Fact]
    public void Of_Texture_HasTheTexturesSize()
    {
        using var scope = NewDisposeScope();
        var trial = TrialOf(TestTrials.Parameters with
        {
            Mode = TrialMode.Texture,
            Init = InitMode.Noise,
            TextureSize = new TextureSize(40, 64),
        });

        var image = Of(trial, Preprocessing.Torchvision);

        Assert.Equal([1L, 3, 64, 40], image.shape);
    }

    private float[] Values(InitMode init, Preprocessing preprocessing = Preprocessing.Torchvision, long seed = 7)
    {
        using var scope = NewDisposeScope();
        var image = Of(TrialOf(TestTrials.Parameters with { Init = init, Seed = seed }), preprocessing);
        Assert.Equal([1L, 3, 32, 48], image.shape);
        return image.data<float>().ToArray();
    }

    private Tensor Of(Trial trial, Preprocessing preprocessing) => StartImage.Of(
        trial, Pictures, new ScaleImages(trial, Pictures, trial.Parameters.AllScales[0], device("cpu")), preprocessing);

    private Trial TrialOf(TrialParameters parameters) => TestTrials.Of(parameters, _weights);

    private static double Deviation(float[] values)
    {
        var mean = values.Average(value => (double)value);
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}

using System.Security.Cryptography;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Measures;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Tests.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;
using TorchSharp;

namespace NeuralStyle.Engine.Tests.Measures;

public sealed class ResultMeasurementTests : IDisposable
{
    private static readonly WeightsLibrary Weights = new(null);

    private static readonly TrialPictures Pictures = new() { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] };

    private readonly ResultMeasurement _measurement = new(Weights);

    public void Dispose() => _measurement.Dispose();

    [Fact]
    public void Of_ContentItself_HasNoDistanceFromItAndStyleItselfNoneFromTheStyle()
    {
        var content = Measure(Pictures.Content);
        var style = Measure(Pictures.Styles[0]);

        Assert.Equal((0, 0), (content.ContentDistance, content.ColorShift));
        Assert.Equal(0, style.StyleDistance!.Value, 1e-9);
        Assert.InRange(style.ContentDistance!.Value, 0.1, 3);
        Assert.InRange(content.StyleDistance!.Value, 0.1, 30);
        Assert.InRange(style.ColorShift!.Value, 10, 100);
        Assert.Equal("vgg19-mini/1", content.Yardstick);
    }

    [Fact]
    public void Of_ContentGivenLarger_IsMeasuredAtTheResultsProportionsOnOneSize()
    {
        var large = TestPictures.Waves(512, 384);
        var pictures = Pictures with { Content = large };

        // Shrunk to the yardstick's size both are the same but for the filter's last digits.
        Assert.InRange(Measure(large.Resize(256, 192), pictures).ContentDistance!.Value, 0, 1e-9);
        Assert.InRange(Measure(large.Resize(128, 96), pictures).ContentDistance!.Value, 0, 0.02);
    }

    [Fact]
    public void Of_Modes_LeaveOutWhatTheyDoNotRead()
    {
        var texture = Measure(Pictures.Content, parameters: TestTrials.Parameters with { Mode = TrialMode.Texture });
        var reconstruction = Measure(Pictures.Content, parameters: TestTrials.Parameters with { Mode = TrialMode.Reconstruction });

        Assert.Equal((null, null), (texture.ContentDistance, texture.ColorShift));
        Assert.NotNull(texture.StyleDistance);
        Assert.Null(reconstruction.StyleDistance);
        Assert.Equal(0, reconstruction.ContentDistance);
    }

    [Fact]
    public void Of_Blend_IsFromTheWeightedMean()
    {
        var (waves, stripes) = (TestPictures.Waves(), TestPictures.Stripes());
        var onlyStripes = Blend("0, 1");
        var mean = Blend("3, 1");

        Assert.Equal(0, onlyStripes(stripes), 1e-9);
        Assert.Equal(Measure(waves).StyleDistance!.Value, onlyStripes(waves), 1e-6);
        // Nearer to the one of more weight, and on neither.
        Assert.InRange(mean(waves), 1e-3, mean(stripes));

        Func<Picture, double> Blend(string weights) => result =>
        {
            var parameters = TestTrials.Parameters with { Blend = (BlendWeights)ParameterCatalog.Blend.Parse(weights, [])! };
            var trial = TestTrials.Of(TestTrials.Parameters) with
            {
                Parameters = parameters,
                Style = new ImageReference("waves.png", new string('1', 64)),
                MoreStyles = [new ImageReference("stripes.png", new string('2', 64))],
            };
            return _measurement.Of(trial, Pictures with { Styles = [waves, stripes] }, result, [], []).StyleDistance!.Value;
        };
    }

    [Fact]
    public void Of_BlurredContent_IsFartherAndLessSharpTheMoreItIs()
    {
        var content = TestPictures.Waves(256, 192, frequency: 120);
        var pictures = Pictures with { Content = content };
        var measures = new[] { 256, 128, 64, 32 }.Select(width => Measure(content.Resize(width, width * 3 / 4).Resize(256, 192), pictures)).ToList();

        Assert.Equal(measures.OrderBy(measure => measure.ContentDistance), measures);
        Assert.Equal(measures.OrderByDescending(measure => measure.Sharpness), measures);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(300, 2)]
    [InlineData(3, 400)]
    [InlineData(1000, 700)]
    public void Of_AnySize_Measures(int width, int height)
    {
        var measures = Measure(TestPictures.Waves(width, height));

        Assert.True(double.IsFinite(measures.ContentDistance!.Value + measures.StyleDistance!.Value + measures.ColorShift!.Value + measures.Sharpness));
    }

    [Fact]
    public void Of_Black_IsFinite()
    {
        var black = new Picture(48, 36, new float[3 * 48 * 36]);

        var measures = Measure(black, new TrialPictures { Content = black, Styles = [black] });

        Assert.Equal((0, 0, 0, 0), (measures.ContentDistance, measures.StyleDistance, measures.ColorShift, measures.Sharpness));
    }

    [Fact]
    public void Of_ManyImages_KeepsNoMoreThanItsBoundAndLeaksNothing()
    {
        // A content of 256 x 192 is 786,432 bytes of features and 589,824 of colors, a style 21,504 bytes.
        using var measurement = new ResultMeasurement(Weights, 3_000_000);
        for (var i = 0; i < 4; i++)
        {
            var trial = TestTrials.Of(TestTrials.Parameters) with { Content = new ImageReference("c.png", new string((char)('0' + i), 64)) };
            measurement.Of(trial, Pictures, Pictures.Content, [], []);
        }

        Assert.Equal(3, measurement.Kept);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        measurement.Of(TestTrials.Of(TestTrials.Parameters) with { Content = new ImageReference("c.png", new string('3', 64)) }, Pictures, Pictures.Content, [], []);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Of_MoreStyleWeight_EndsNearerToTheStyleAndFartherFromTheContent()
    {
        using var stylizer = new Stylizer(Weights, new EngineOptions { Threads = 1 }, TimeProvider.System);
        var measures = new[] { 0.01, 0.3, 30 }.Select(weight =>
        {
            var trial = TestTrials.Of(TestTrials.Parameters with { StyleWeight = weight, Iterations = 25, TvWeight = 0 }, Weights);
            var result = stylizer.Run(trial, Pictures, new RecordingObserver(), null, TestContext.Current.CancellationToken);
            return _measurement.Of(trial, Pictures, result.Image, result.Evaluations, result.Events);
        }).ToList();

        Assert.Equal(measures.OrderByDescending(measure => measure.StyleDistance), measures);
        Assert.Equal(measures.OrderBy(measure => measure.ContentDistance), measures);
        Assert.All(measures, measure => Assert.InRange(measure.EvaluationsTo95!.Value, 2, 25));
    }

    /// <summary>Each picture is under a hash of its own, so that no test meets the kept one of another.</summary>
    private TrialMeasures Measure(Picture result, TrialPictures? pictures = null, TrialParameters? parameters = null)
    {
        pictures ??= Pictures;
        var trial = TestTrials.Of(TestTrials.Parameters) with
        {
            Parameters = parameters ?? TestTrials.Parameters,
            Content = Reference(pictures.Content),
            Style = Reference(pictures.Styles[0]),
        };
        return _measurement.Of(trial, pictures, result, [], []);
    }

    private static ImageReference Reference(Picture picture) =>
        new("picture.png", Convert.ToHexStringLower(SHA256.HashData(ImageWriter.Png(picture))));
}

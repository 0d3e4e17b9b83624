using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Measures;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;
using NeuralStyle.Plan.Provenance;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Trials;

public sealed class StylizerEngineTests : IDisposable
{
    private readonly WeightsLibrary _weights = new(null);
    private readonly WorkerCondition _condition = new();
    private readonly StylizerEngine _engine;

    public StylizerEngineTests() => _engine = new StylizerEngine(_weights, new EngineOptions { Threads = 1 }, TimeProvider.System, _condition);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Run_OneOfThreeHasADamagedPicture_OthersShareABatch()
    {
        EngineRequest[] requests = [Request(1, SampleSweep.Content), Request(2, [1, 2, 3]), Request(3, SampleSweep.Content)];

        var results = _engine.Run(requests);

        Assert.Equal([2, null, 2], results.Select(result => result.Image?.Batch));
        Assert.Contains("content.png", Assert.IsType<ImageException>(results[1].Failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnlyOne_RunsAloneAndItsFailureIsItsResult()
    {
        Assert.Equal(1, Assert.Single(_engine.Run([Request(1, SampleSweep.Content)])).Image!.Batch);
        Assert.IsAssignableFrom<EngineException>(Assert.Single(_engine.Run([Request(2, [1, 2, 3])])).Failure);
    }

    [Fact]
    public void Dispose_ProcessAtFault_LeavesTheDeviceAlone()
    {
        _engine.Run([Request(1, SampleSweep.Content)]);
        _condition.Spoil(new WorkerFault(WorkerFaultKind.Stalled, "hangs"));

        _engine.Dispose();

        Assert.NotNull(Assert.Single(_engine.Run([Request(2, SampleSweep.Content)])).Image);
    }

    [Fact]
    public void Run_JpegOfEachQuality_TheBetterIsTheLargerFile()
    {
        var (poor, good) = (Jpeg(5), Jpeg(95));

        Assert.Equal(("output.jpg", "image/jpeg"), (poor.Name, poor.ContentType));
        Assert.InRange(poor.Bytes.Length, 1, good.Bytes.Length - 1);
    }

    [Fact]
    public void Run_AnyTrial_ImageCarriesItsSettingsAndIsMeasured()
    {
        var request = Request(1, SampleSweep.Content);
        request = request with { Trial = request.Trial with { Id = TrialId.Of(request.Trial) } };

        var image = Assert.Single(_engine.Run([request])).Image!;
        var again = Assert.Single(_engine.Run([request])).Image!;

        var settings = ImageSettings.Parse(PngText.Read("image.png", image.Png, ImageSettings.Keyword)!);
        Assert.Equal(request.Trial, settings.Trial);
        Assert.Equal(_engine.Environment!.Product, settings.Product);
        Assert.Equal(image.Png, again.Png);
        Assert.Equal(image.Measures, again.Measures);
        Assert.Equal(Yardstick.Name, image.Measures!.Yardstick);
        Assert.All(
            new[] { image.Measures.ContentDistance, image.Measures.StyleDistance, image.Measures.ColorShift },
            measure => Assert.InRange(measure!.Value, 1e-6, 1000));
    }

    private OutputFile Jpeg(int quality)
    {
        var request = Request(1, SampleSweep.Content);
        var parameters = request.Trial.Parameters with { OutputFormat = OutputFormat.Jpeg, JpegQuality = quality };
        return Assert.Single(_engine.Run([request with { Trial = request.Trial with { Parameters = parameters } }])).Image!.Output!;
    }

    private EngineRequest Request(int seed, byte[] content)
    {
        var preset = PresetCatalog.Find(PresetCatalog.DefaultName)!.Parameters;
        var image = new ImageReference("content.png", new string('a', 64));
        return new EngineRequest(
            new Trial
            {
                Id = FormattableString.Invariant($"{seed:x16}"),
                Parameters = ParameterResolver.Resolve(preset, NetworkName.Vgg19Mini) with { ImageSize = 32, Seed = seed, Iterations = 2 },
                Content = image,
                Style = image with { Name = "style.png" },
                Weights = _weights.Reference(NetworkName.Vgg19Mini),
                Snapshots = SnapshotPolicy.None,
            },
            new TrialFiles(new Dictionary<string, ReadOnlyMemory<byte>> { ["content.png"] = content, ["style.png"] = SampleSweep.Style }),
            new SilentObserver(),
            TestContext.Current.CancellationToken);
    }
}

using NeuralStyle.Engine;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Trials;

public sealed class TrialPictureReaderTests : IDisposable
{
    private readonly Processor _processor = new();
    private readonly TrialPictureReader _reader = new();

    [Fact]
    public async Task Read_BlendMasksAndInitImage_ArePutWhereTheParametersSay()
    {
        var trial = await PlanOneAsync();
        trial = trial with
        {
            MoreStyles = [new ImageReference("second.png", string.Empty)],
            Parameters = trial.Parameters with
            {
                Init = InitMode.Image,
                InitImage = Names("start.png"),
                StyleMasks = Names("left.png, right.png"),
                ContentMask = Names("left.png"),
                ColorMask = Names("right.png"),
            },
        };

        var pictures = _reader.Read(trial, Files());

        // Each file has a width of its own.
        Assert.Equal(8, pictures.Content.Width);
        Assert.Equal([6, 11], pictures.Styles.Select(picture => picture.Width));
        Assert.Equal(12, pictures.Init!.Width);
        Assert.Equal([13, 14], pictures.StyleMasks.Select(picture => picture.Width));
        Assert.Equal((13, 14), (pictures.ContentMask!.Width, pictures.ColorMask!.Width));
    }

    [Fact]
    public async Task Read_InitTrial_IsThatTrialsResult()
    {
        var trial = await PlanOneAsync();
        trial = trial with { Parameters = trial.Parameters with { Init = InitMode.Trial, InitTrial = "0123456789abcdef" } };

        var pictures = _reader.Read(trial, Files() with { InitTrial = TinyPng.Of(15, 8, 0, 0, 0) });

        Assert.Equal(15, pictures.Init!.Width);
        Assert.Empty(pictures.StyleMasks);
        Assert.Null(pictures.ContentMask);
    }

    [Fact]
    public async Task Read_DamagedResultOfTheInitTrial_NamesTheTrial()
    {
        var trial = await PlanOneAsync();
        trial = trial with { Parameters = trial.Parameters with { Init = InitMode.Trial, InitTrial = "0123456789abcdef" } };

        var problem = Assert.ThrowsAny<EngineException>(() => _reader.Read(trial, Files() with { InitTrial = new byte[] { 1, 2 } }));

        Assert.Contains("0123456789abcdef", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _processor.Dispose();

    private static TrialFiles Files() => new(new Dictionary<string, ReadOnlyMemory<byte>>
    {
        ["content.png"] = SampleSweep.Content,
        ["style.png"] = SampleSweep.Style,
        ["second.png"] = TinyPng.Of(11, 8, 0, 0, 0),
        ["start.png"] = TinyPng.Of(12, 8, 0, 0, 0),
        ["left.png"] = TinyPng.Of(13, 8, 0, 0, 0),
        ["right.png"] = TinyPng.Of(14, 8, 0, 0, 0),
    });

    private static ImageNames Names(string text) => ImageNamesText.Parse(text, new List<ValueProblem>())!;

    private async Task<Trial> PlanOneAsync()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, TestContext.Current.CancellationToken);
        var plan = await _processor.Planning.PlanAsync(
            SampleSweep.Name, "m.yaml", System.Text.Encoding.UTF8.GetBytes(SampleSweep.Manifest), TestContext.Current.CancellationToken);
        return plan.Trials[0];
    }
}

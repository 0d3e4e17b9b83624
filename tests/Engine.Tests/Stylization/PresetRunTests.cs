using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Scales;

namespace NeuralStyle.Engine.Tests.Stylization;

/// <summary>Each preset for 20 evaluations, on vgg19-mini and small: only network, sizes and lengths are not its source's.</summary>
public sealed class PresetRunTests : IDisposable
{
    private readonly WeightsLibrary _weights = new(null);
    private readonly Stylizer _stylizer;

    public PresetRunTests() => _stylizer = new Stylizer(_weights, new EngineOptions { Threads = 1 }, TimeProvider.System);

    public static TheoryData<string> Presets => [.. PresetCatalog.Names];

    public void Dispose() => _stylizer.Dispose();

    [Theory]
    [MemberData(nameof(Presets))]
    public void Run_EachPreset_ComputesItsLossesAndGetsBetter(string preset)
    {
        var source = ParameterResolver.Resolve(PresetCatalog.Find(preset)!.Parameters, NetworkName.Vgg19Mini);
        // A preset with a ladder climbs one step of it.
        var scales = source.Scales.Before.Count > 0 ? ScaleLadderText.Parse("40:8", [])! : ScaleLadder.None;
        var parameters = source with { ImageSize = 64, Iterations = 20 - scales.Before.Sum(scale => scale.Iterations), Scales = scales };

        var result = _stylizer.Run(
            TestTrials.Of(parameters, _weights),
            new TrialPictures { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] },
            new RecordingObserver(),
            null,
            TestContext.Current.CancellationToken);

        Assert.Equal(20, result.Evaluations.Count);
        Assert.All(result.Evaluations, evaluation => Assert.True(double.IsFinite(evaluation.Total)));
        Assert.Equal(parameters.ActiveContentLayers, result.Layers.Where(layer => layer.Loss == LossPart.Content).Select(layer => layer.Layer));
        Assert.Equal(parameters.ActiveStyleLayers, result.Layers.Where(layer => layer.Loss == LossPart.Style).Select(layer => layer.Layer));
        var last = result.Evaluations[^1];
        Assert.Equal(source.TvWeight > 0, last.Tv > 0);
        Assert.True(last.Total < result.Evaluations[^10].Total, $"from {result.Evaluations[^10].Total} to {last.Total}");
    }
}

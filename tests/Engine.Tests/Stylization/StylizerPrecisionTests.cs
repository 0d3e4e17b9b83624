using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class StylizerPrecisionTests : IDisposable
{
    private readonly WeightsLibrary _weights = new(null);
    private readonly Stylizer _stylizer;

    public StylizerPrecisionTests() => _stylizer = new Stylizer(_weights, new EngineOptions { Threads = 1 }, TimeProvider.System);

    public void Dispose() => _stylizer.Dispose();

    [Fact]
    public void Run_Bfloat16AfterFloat32_IsCloseButNotTheSameAndItsLossFalls()
    {
        var parameters = TestTrials.Parameters with { Optimizer = OptimizerKind.Adam, LearningRate = 0.02, Iterations = 25 };

        var exact = Run(parameters);
        var rounded = Run(parameters with { Precision = Precision.Bfloat16 });

        var (first, second) = (exact.Evaluations[0].Style, rounded.Evaluations[0].Style);
        Assert.NotEqual(first, second);
        Assert.InRange(second, 0.97 * first, 1.03 * first);
        Assert.True(rounded.Evaluations[^1].Total < 0.8 * rounded.Evaluations[0].Total);
    }

    [Fact]
    public void Run_Tf32OnCpu_FailsSayingWhatIsAllowed()
    {
        var exception = Assert.Throws<StylizationException>(() => Run(TestTrials.Parameters with { Precision = Precision.Tf32 }));

        Assert.Contains("allowed here are float32 and bfloat16", exception.Message, StringComparison.Ordinal);
    }

    private StylizedImage Run(TrialParameters parameters) => _stylizer.Run(
        TestTrials.Of(parameters, _weights), new TrialPictures { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] }, new RecordingObserver(), null, TestContext.Current.CancellationToken);
}

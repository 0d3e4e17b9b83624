using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Trials;

public sealed class TrialImagesTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TrialImages Images => new(_processor.Store, _processor.Get<FinishedTrials>());

    [Fact]
    public async Task ReadAllAsync_BlendAndMask_ReadsEachImageOnce()
    {
        var trial = (await PlanOneAsync()) with
        {
            MoreStyles = [new ImageReference("content.png", Sha256.Of(SampleSweep.Content))],
            OtherImages = [new ImageReference("style.png", Sha256.Of(SampleSweep.Style))],
        };

        var files = await Images.ReadAllAsync(trial, Cancellation);

        Assert.Equal(["content.png", "style.png"], files.Images.Keys.Order());
        Assert.Null(files.InitTrial);
    }

    [Fact]
    public async Task ReadAllAsync_InitTrialCompleted_ReadsItsResult()
    {
        var earlier = await PlanOneAsync();
        await _processor.Execution.RunAsync(earlier.Id, Cancellation);

        var files = await Images.ReadAllAsync(StartingFrom(earlier), Cancellation);

        Assert.Equal(FakeTrialEngine.Result(earlier.Id), files.InitTrial!.Value.ToArray());
    }

    [Fact]
    public async Task ReadAllAsync_InitTrialNeverRun_SaysToRunItFirst()
    {
        var earlier = await PlanOneAsync();

        var problem = await Assert.ThrowsAsync<TrialInputException>(() => Images.ReadAllAsync(StartingFrom(earlier), Cancellation));

        Assert.Contains($"Trial {earlier.Id}", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Run that trial first", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAllAsync_InitTrialFailed_SaysWhy()
    {
        var earlier = await PlanOneAsync();
        _processor.Engine.BeforeEvaluation = (_, _, _) => throw new FakeEngineException("too small");
        await _processor.Execution.RunAsync(earlier.Id, Cancellation);

        var problem = await Assert.ThrowsAsync<TrialInputException>(() => Images.ReadAllAsync(StartingFrom(earlier), Cancellation));

        Assert.Contains("failed: too small", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAllAsync_InitTrialsImageReplaced_SaysBothHashes()
    {
        var earlier = await PlanOneAsync();
        await _processor.Execution.RunAsync(earlier.Id, Cancellation);
        await _processor.Store.WriteAsync(
            StoreLayout.TrialsContainer, StoreLayout.TrialImage(earlier.Id), SampleSweep.Style, "image/png", Cancellation);

        var problem = await Assert.ThrowsAsync<TrialInputException>(() => Images.ReadAllAsync(StartingFrom(earlier), Cancellation));

        Assert.Contains(Sha256.Of(SampleSweep.Style)[..12], problem.Message, StringComparison.Ordinal);
        Assert.Contains(Sha256.Of(FakeTrialEngine.Result(earlier.Id))[..12], problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _processor.Dispose();

    private static Trial StartingFrom(Trial earlier) =>
        earlier with { Parameters = earlier.Parameters with { Init = InitMode.Trial, InitTrial = earlier.Id } };

    private Task<Trial> PlanOneAsync() => _processor.PlanOneAsync(Cancellation);
}

using System.Text;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Sweeps;

public sealed class SweepPlanningTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PlanAsync_Sample_WritesPlanManifestAndTrials()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);

        var plan = await PlanAsync(SampleSweep.Manifest);

        Assert.Equal(4, plan.Trials.Count);
        Assert.Equal(Sha256.Of(SampleSweep.Content), plan.Trials[0].Content.Sha256);
        Assert.Equal(FakeCatalog.Mini, plan.Trials[0].Weights);
        Assert.NotNull(await _processor.Store.ReadAsync(StoreLayout.ResultsContainer, StoreLayout.SweepManifest(SampleSweep.Name), Cancellation));
        var written = await _processor.Store.ReadDocumentAsync<SweepPlan>(
            StoreLayout.ResultsContainer, StoreLayout.SweepPlan(SampleSweep.Name), Cancellation);
        Assert.Equal(plan.Trials.Select(trial => trial.Id), written!.Trials.Select(trial => trial.Id));
        foreach (var trial in plan.Trials)
        {
            var one = await _processor.Store.ReadDocumentAsync<Trial>(StoreLayout.TrialsContainer, StoreLayout.TrialJson(trial.Id), Cancellation);
            Assert.Equal(trial.Id, TrialId.Of(one!.Parameters, one.Content, one.Style, one.Weights));
        }
    }

    [Fact]
    public async Task PlanAsync_MissingImages_NamesAllOfThemAndWhatIsThere()
    {
        await _processor.Store.WriteAsync(StoreLayout.InputContainer, "other.png", SampleSweep.Content, "image/png", Cancellation);

        var exception = await Assert.ThrowsAsync<ManifestException>(() => PlanAsync(SampleSweep.Manifest));

        Assert.Equal(2, exception.Problems.Count);
        Assert.Contains("content.png", exception.Message, StringComparison.Ordinal);
        Assert.Contains("style.png", exception.Message, StringComparison.Ordinal);
        Assert.Contains("other.png", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_NameAndImagesWrong_SaysBoth()
    {
        var etag = await SampleSweep.PutManifestAsync(_processor.Store, SampleSweep.Name, $"name: another\n{SampleSweep.Manifest}", Cancellation);
        var manifest = await _processor.Store.ReadAsync(StoreLayout.SweepsContainer, $"{SampleSweep.Name}.yaml", Cancellation);

        var problems = await _processor.Planning.CheckAsync(SampleSweep.Name, $"{SampleSweep.Name}.yaml", manifest!, Cancellation);

        Assert.Equal(etag, manifest!.ETag);
        Assert.Equal(3, problems.Count);
        Assert.Contains("'another' is not 'sample-sweep'", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanVersionAsync_ManifestReplaced_IsSuperseded()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        var etag = await SampleSweep.PutManifestAsync(_processor.Store, SampleSweep.Name, SampleSweep.Manifest, Cancellation);
        await SampleSweep.PutManifestAsync(_processor.Store, SampleSweep.Name, SampleSweep.Manifest + "\nseed: 3", Cancellation);

        var planned = await _processor.Planning.PlanVersionAsync(
            new PlanRequest(SampleSweep.Name, $"{SampleSweep.Name}.yaml", etag), Cancellation);

        Assert.True(planned.Superseded);
        Assert.Empty(planned.TrialIds);
    }

    public void Dispose() => _processor.Dispose();

    private Task<SweepPlan> PlanAsync(string manifest) =>
        _processor.Planning.PlanAsync(SampleSweep.Name, "sample-sweep.yaml", Encoding.UTF8.GetBytes(manifest), Cancellation);
}

using System.Text;
using NeuralStyle.Functions.Api;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Tests.Triggers;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Api;

public sealed class SweepSubmissionTests : IDisposable
{
    private const string ManifestName = $"{SampleSweep.Name}.yaml";

    private readonly Processor _processor = new();
    private readonly FakeDurableClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none", false)]
    [InlineData("VERSION", false)]
    [InlineData(null, true)]
    public async Task SubmitAsync_AnswerToTheWritingIsLost_IsTakenOnce(string? replaces, bool again)
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        var before = replaces == SubmissionTerms.None ? null : (await SubmitAsync(SampleSweep.Manifest, new SubmissionTerms(null, false))).Status;
        var manifest = again ? SampleSweep.Manifest : SampleSweep.Unlike(SampleSweep.Manifest, 4);
        var writtenBefore = _processor.Store.Written.Count;
        _client.Scheduled.Clear();
        _processor.Store.LosesAnswer = (container, _) =>
        {
            _processor.Store.LosesAnswer = (_, _) => false;
            return container == StoreLayout.SweepsContainer;
        };

        var (status, isNew) = await SubmitAsync(manifest, new SubmissionTerms(replaces == "VERSION" ? before!.ManifestETag : replaces, again));

        Assert.Single(_processor.Store.Written.Skip(writtenBefore), $"{StoreLayout.SweepsContainer}/{ManifestName}");
        Assert.Equal(status.InstanceId, Assert.Single(_client.Scheduled).InstanceId);
        Assert.NotEqual(before?.InstanceId, status.InstanceId);
        // Somebody else may have written the same at that moment; two never claim it.
        Assert.False(isNew);
    }

    [Fact]
    public async Task SubmitAsync_AnotherManifestIsWrittenFirst_IsRefused()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        _processor.Store.Before = async (_, _) =>
        {
            _processor.Store.Before = (_, _) => Task.CompletedTask;
            await SampleSweep.PutManifestAsync(_processor.Store, SampleSweep.Name, SampleSweep.Unlike(SampleSweep.Manifest, 4), Cancellation);
        };

        var refused = await Assert.ThrowsAsync<ApiException>(() => SubmitAsync(SampleSweep.Manifest, new SubmissionTerms(SubmissionTerms.None, false)));

        Assert.Equal(ProblemKind.PreconditionFailed, refused.Problem.Kind);
        Assert.Empty(_client.Scheduled);
    }

    public void Dispose() => _processor.Dispose();

    private Task<(SweepStatus Status, bool IsNew)> SubmitAsync(string manifest, SubmissionTerms terms) =>
        _processor.Get<SweepSubmission>().SubmitAsync(SampleSweep.Name, Encoding.UTF8.GetBytes(manifest), terms, _client, Cancellation);
}

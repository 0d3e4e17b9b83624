using NeuralStyle.Functions.Api;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Functions.Tests.Api;

public sealed class ManifestBodyTests
{
    private const string Path = "/api/sweeps/any";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_BodyAsLongAsAllowedAndOneByteMore_IsReadAndRefused()
    {
        var longest = new string('#', ManifestParser.MaxBytes);

        var good = await ManifestBody.ReadAsync(FakeRequest.Post(Path, longest), Cancellation);
        var announced = await RefusalAsync(FakeRequest.Post(Path, longest + "y", ("Content-Length", $"{longest.Length + 1}")));
        var unannounced = await RefusalAsync(FakeRequest.Post(Path, longest + "y"));

        Assert.Equal(longest.Length, good.Length);
        Assert.Equal(("the manifest has 262145 bytes; at most 262144 are allowed", ProblemKind.ManifestTooLarge), (announced.Detail, announced.Kind));
        Assert.Equal(("the manifest has more than 262144 bytes; at most 262144 are allowed", ProblemKind.ManifestTooLarge), (unannounced.Detail, unannounced.Kind));
    }

    [Fact]
    public async Task ReadAsync_LengthThatIsTooMuch_IsRefusedWithoutReading()
    {
        var request = new FakeRequest("POST", Path) { Content = new UnreadableStream() }
            .With(("Content-Type", "application/yaml"), ("Content-Length", "9999999999"));

        Assert.Equal(ProblemKind.ManifestTooLarge, (await RefusalAsync(request)).Kind);
    }

    [Fact]
    public async Task ReadAsync_PackedBody_IsRefused() => Assert.Equal(
        ProblemKind.UnsupportedContent, (await RefusalAsync(FakeRequest.Post(Path, "name: any", ("Content-Encoding", "gzip")))).Kind);

    private static async Task<ApiProblem> RefusalAsync(FakeRequest request) =>
        (await Assert.ThrowsAsync<ApiException>(() => ManifestBody.ReadAsync(request, Cancellation))).Problem;

    private sealed class UnreadableStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("It was read.");
    }
}

using Azure.Storage.Blobs;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Cli.Tests.Commands;

/// <summary>Fetching from an account to which others may write.</summary>
public sealed class FetchCommandTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("rooted", "rooted//{0}/evil.txt")]
    [InlineData("backslash", "backslash/..\\..\\evil.txt")]
    [InlineData("dots", "dots/.. /.. /evil.txt")]
    public async Task Fetch_BlobWhoseNameLeadsElsewhere_WritesNothingThere(string sweep, string name)
    {
        var connection = azurite.Require();
        var outside = Directory.CreateTempSubdirectory("nst-outside-");
        var here = Path.Combine(outside.FullName, "here");
        var status = new SweepStatus { Sweep = sweep, InstanceId = $"{sweep}-1", ManifestETag = "1", State = SweepState.Completed, StartedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch };
        await new BlobStore(azurite.Connect().Blobs).WriteDocumentAsync(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(sweep), status, Cancellation);
        // As another client can: the store itself refuses such names.
        var blob = new BlobServiceClient(connection).GetBlobContainerClient(StoreLayout.ResultsContainer).GetBlobClient(string.Format(null, name, outside.FullName));
        await blob.UploadAsync(BinaryData.FromString("evil"), overwrite: true, Cancellation);

        var (exitCode, output) = await new NstTool(connection).RunAsync("fetch", sweep, "--out", here);

        Assert.Equal(2, exitCode);
        Assert.Contains("is no name of a blob", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(outside.FullName, "evil*", SearchOption.AllDirectories));
        outside.Delete(recursive: true);
    }
}

using System.Net;
using System.Web;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Tests.Storage;

/// <summary>Links of an app that has an identity and no key; those of an app with a key are held by the tests of LinkSheet.</summary>
public sealed class BlobLinksTests(IdentityAzurite azurite) : IClassFixture<IdentityAzurite>
{
    private static readonly byte[] Sheet = [1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignAsync_ByIdentity_LinkReadsThatBlobAndNothingElseOverTlsAlone()
    {
        var blobs = azurite.Connect();
        var store = new BlobStore(blobs);
        await store.WriteAsync("results", "a/sheet.png", Sheet, "image/png", Cancellation);
        await store.WriteAsync("results", "b/sheet.png", Sheet, "image/png", Cancellation);

        var link = await new BlobLinks(blobs, TimeProvider.System).SignAsync("results", "a/sheet.png", DateTimeOffset.UtcNow.AddMinutes(5), Cancellation);

        var query = HttpUtility.ParseQueryString(link.Query);
        Assert.Equal(("r", "b", "https"), (query["sp"], query["sr"], query["spr"]));
        Assert.Equal("00000000-0000-0000-0000-000000000001", query["skoid"]);
        using var anybody = azurite.Anybody();
        Assert.Equal(Sheet, await anybody.GetByteArrayAsync(link, Cancellation));
        var other = new Uri(link.AbsoluteUri.Replace("/a/", "/b/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await anybody.GetAsync(other, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await anybody.DeleteAsync(link, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task SignAsync_IdentityWithoutTheRole_NamesTheRole()
    {
        using var refusing = new HttpClient(new RefusingHandler());
        var blobs = new BlobServiceClient(
            new Uri("https://anaccount.blob.core.windows.net"), new AnyToken(), new BlobClientOptions { Transport = new HttpClientTransport(refusing) });

        var exception = await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => new BlobLinks(blobs, TimeProvider.System).SignAsync("results", "a/sheet.png", DateTimeOffset.UtcNow.AddMinutes(5), Cancellation));

        Assert.Contains("anaccount lends the app's identity no key", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AuthorizationPermissionMismatch", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Storage Blob Delegator", exception.Message, StringComparison.Ordinal);
    }

    private sealed class AnyToken : Azure.Core.TokenCredential
    {
        public override Azure.Core.AccessToken GetToken(Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("any", DateTimeOffset.UtcNow.AddHours(1));

        public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(
            Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    /// <summary>Answers as storage does to an identity that lacks a role.</summary>
    private sealed class RefusingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.Forbidden)
            {
                Content = new StringContent(
                    "<?xml version=\"1.0\"?><Error><Code>AuthorizationPermissionMismatch</Code><Message>no</Message></Error>",
                    System.Text.Encoding.UTF8,
                    "application/xml"),
            };
            response.Headers.Add("x-ms-error-code", "AuthorizationPermissionMismatch");
            return Task.FromResult(response);
        }
    }
}

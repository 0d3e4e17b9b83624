using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Functions.Tests.Storage;

/// <summary>
/// An Azurite that is reached by an identity instead of a key, over TLS, as an account in Azure is. It looks at what a token says and not
/// at who signed it, so that the identity can be made up here; roles it knows none.
/// </summary>
public sealed class IdentityAzurite : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nst-azurite-");
    private AzuriteProcess? _azurite;
    private X509Certificate2? _certificate;

    /// <summary>The account's address; skips the test when there is no Azurite.</summary>
    public string Require()
    {
        Assert.SkipWhen(_azurite is null, AzuriteProcess.Missing() ?? string.Empty);
        return string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{_azurite!.BlobPort}/{AzuriteProcess.Account}");
    }

    /// <summary>The account's blobs, for the made-up identity.</summary>
    public BlobServiceClient Connect() => new(
        new Uri(Require()), new MadeUpIdentity(), new BlobClientOptions { Transport = new HttpClientTransport(Anybody()) });

    /// <summary>An HTTP client that knows the account's certificate and nothing else.</summary>
    public HttpClient Anybody() => new(
        new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == _certificate?.Thumbprint,
        },
        disposeHandler: true);

    public async ValueTask InitializeAsync()
    {
        if (AzuriteProcess.Missing() is not null)
            return;
        await WriteCertificateAsync();
        _azurite = await AzuriteProcess.StartAsync(null, "--oauth", "basic", "--cert", PathOf("cert.pem"), "--key", PathOf("key.pem"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        _certificate?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WriteCertificateAsync()
    {
        using var key = RSA.Create(2048);
        var now = DateTimeOffset.UtcNow;
        _certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(PathOf("cert.pem"), _certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(PathOf("key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Signs nothing: its tokens only say who it is, for how long, and for which service.</summary>
    private sealed class MadeUpIdentity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            var now = DateTimeOffset.UtcNow;
            var expires = now.AddHours(2);
            var claims = new Dictionary<string, object>
            {
                ["aud"] = "https://storage.azure.com",
                ["iss"] = "https://sts.windows.net/ab1f708d-50f6-404c-a006-d71b2ac7a606/",
                ["iat"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
                ["nbf"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
                ["exp"] = expires.ToUnixTimeSeconds(),
                ["oid"] = "00000000-0000-0000-0000-000000000001",
                ["tid"] = "ab1f708d-50f6-404c-a006-d71b2ac7a606",
            };
            return new AccessToken($"{Part(new Dictionary<string, object> { ["alg"] = "none", ["typ"] = "JWT" })}.{Part(claims)}.{Part(new Dictionary<string, object>())}", expires);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));

        private static string Part(Dictionary<string, object> values) =>
            Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(values)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}

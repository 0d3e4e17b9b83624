using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary><c>nst serve --port</c> as a process with the real engine, and nothing but HTTP to it.</summary>
public sealed partial class ServedApiTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private readonly SweepFolder _folder = new();
    private readonly HttpClient _http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Submit_PollAndLink_GiveTheSheetAndTheReport()
    {
        await using var host = await ServeAsync();
        var manifest = _folder.Manifest("by-http", "axes: {styleWeight: [3, 300]}");

        var submitted = await PostAsync(host, "by-http", manifest);
        Assert.True(submitted.StatusCode == HttpStatusCode.Accepted, await submitted.Content.ReadAsStringAsync(Cancellation));
        var status = new Uri(AddressOf(host), submitted.Headers.Location!);
        await Until.TrueAsync(async () => await StateAsync(status) == "completed");

        var sheet = await DownloadAsync(status, "sheet.png");
        var report = await DownloadAsync(status, "index.html");
        Assert.Equal("PNG"u8.ToArray(), sheet[1..4]);
        Assert.StartsWith("<!DOCTYPE html>", System.Text.Encoding.UTF8.GetString(report), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, "by-http", manifest)).StatusCode);
    }

    [Fact]
    public async Task Cancel_SweepUnderWay_EndsItAndSubmittingAgainGoesOn()
    {
        await using var host = await ServeAsync();
        var manifest = _folder.Manifest("to-cancel", "axes: {styleWeight: [5, 500]}", iterations: 300);
        var submitted = await PostAsync(host, "to-cancel", manifest);
        var status = new Uri(AddressOf(host), submitted.Headers.Location!);
        await Until.TrueAsync(async () => (await _http.GetStringAsync(status, Cancellation)).Contains("\"state\": \"running\",\n      \"reused\"", StringComparison.Ordinal));

        var cancelled = await _http.PostAsync(new Uri($"{status}/cancel"), null, Cancellation);
        await Until.TrueAsync(async () => await StateAsync(status) == "cancelled");
        var again = await PostAsync(host, "to-cancel", manifest);
        await Until.TrueAsync(async () => await StateAsync(status) == "completed");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (cancelled.StatusCode, again.StatusCode));
        Assert.NotEqual(await VersionAsync(submitted), await VersionAsync(again));
    }

    [Fact]
    public async Task Serve_PortThatIsNoneOrTaken_ExitsWithTwo()
    {
        var connection = azurite.Require();
        await using var host = await ServeAsync();

        var (none, said) = await NstProcess.RunAsync(connection, "serve", "--port", "70000");
        var (taken, complaint) = await NstProcess.RunAsync(connection, "serve", "--port", $"{AddressOf(host).Port}");

        Assert.Equal((2, 2), (none, taken));
        Assert.Contains("'70000' is no port; allowed: 0 to 65535", said, StringComparison.Ordinal);
        Assert.Contains($"port {AddressOf(host).Port} of 127.0.0.1 can't be had", complaint, StringComparison.Ordinal);
    }

    private static async Task<string> VersionAsync(HttpResponseMessage submitted)
    {
        using var answer = JsonDocument.Parse(await submitted.Content.ReadAsStringAsync(Cancellation));
        return answer.RootElement.GetProperty("manifestETag").GetString()!;
    }

    private async Task<NstProcess> ServeAsync()
    {
        var connection = azurite.Require();
        var store = BlobStore.Connect(connection);
        foreach (var image in _folder.Images)
            await store.WriteAsync(StoreLayout.InputContainer, Path.GetFileName(image), await File.ReadAllBytesAsync(image, Cancellation), "image/png", Cancellation);
        var host = NstProcess.Start(connection, "serve", "--port", "0");
        await Until.TrueAsync(() => Address().IsMatch(host.Output));
        return host;
    }

    private async Task<HttpResponseMessage> PostAsync(NstProcess host, string sweep, string manifest)
    {
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(manifest, Cancellation));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/yaml");
        return await _http.PostAsync(new Uri($"{AddressOf(host)}/sweeps/{sweep}"), body, Cancellation);
    }

    private async Task<string?> StateAsync(Uri status) =>
        JsonDocument.Parse(await _http.GetStringAsync(status, Cancellation)).RootElement.GetProperty("state").GetString();

    private async Task<byte[]> DownloadAsync(Uri status, string file)
    {
        var link = JsonDocument.Parse(await _http.GetStringAsync(new Uri($"{status}/sheet?file={file}"), Cancellation)).RootElement;
        using var anybody = new HttpClient();
        return await anybody.GetByteArrayAsync(new Uri(link.GetProperty("url").GetString()!), Cancellation);
    }

    private static Uri AddressOf(NstProcess host) => new(Address().Match(host.Output).Value);

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/api")]
    private static partial Regex Address();
}

using System.Security.Cryptography;
using NeuralStyle.Cli.Weights;

namespace NeuralStyle.Cli.Tests.Weights;

public sealed class WeightsDownloadTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"nst-get-{Guid.NewGuid():N}");
    private readonly byte[] _content = RandomNumberGenerator.GetBytes(300_000);
    private readonly HttpClient _http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Sha256 => Convert.ToHexStringLower(SHA256.HashData(_content));

    private string Target => Path.Combine(_folder, "w.pth");

    private string Part => $"{Target}.part";

    public void Dispose()
    {
        _http.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Run_WholeFile_IsVerifiedAndNamed()
    {
        await using var server = await FileServer.StartAsync(_content, ranges: true);
        var seen = new List<(long, long?)>();

        var (path, sha256) = await new WeightsDownload(_http, (bytes, total) => seen.Add((bytes, total))).RunAsync(Published(server), _folder, Cancellation);

        Assert.Equal((Target, Sha256), (path, sha256));
        Assert.Equal(_content, await File.ReadAllBytesAsync(Target, Cancellation));
        Assert.False(File.Exists(Part));
        Assert.Equal((_content.Length, (long?)_content.Length), seen[^1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_BrokenOffMidway_GoesOnOrBeginsAnew(bool ranges)
    {
        await using var server = await FileServer.StartAsync(_content, ranges);
        server.Breaks.Enqueue(100_000);
        server.Breaks.Enqueue(50_000);

        await Download(server);

        Assert.Equal(_content, await File.ReadAllBytesAsync(Target, Cancellation));
        Assert.Equal(3, server.Ranges.Count);
        // Without Range each answer is the whole file, and what was there before is not kept in front of it.
        Assert.Equal(["", "bytes=100000-", ranges ? "bytes=150000-" : "bytes=50000-"], server.Ranges);
    }

    [Fact]
    public async Task Run_PartOfAnEarlierRun_GoesOnFromThere()
    {
        await using var server = await FileServer.StartAsync(_content, ranges: true);
        Directory.CreateDirectory(_folder);
        await File.WriteAllBytesAsync(Part, _content[..200_000], Cancellation);

        await Download(server);

        Assert.Equal(["bytes=200000-"], server.Ranges);
        Assert.Equal(_content, await File.ReadAllBytesAsync(Target, Cancellation));
    }

    [Fact]
    public async Task Run_WholePartOfAnEarlierRun_IsOnlyVerified()
    {
        await using var server = await FileServer.StartAsync(_content, ranges: true);
        Directory.CreateDirectory(_folder);
        await File.WriteAllBytesAsync(Part, _content, Cancellation);

        await Download(server);

        Assert.Equal(_content, await File.ReadAllBytesAsync(Target, Cancellation));
    }

    [Fact]
    public async Task Run_AlwaysBrokenOff_KeepsThePartAndSaysSo()
    {
        await using var server = await FileServer.StartAsync(_content, ranges: true);
        for (var i = 0; i < 5; i++)
            server.Breaks.Enqueue(10_000);

        var exception = await Assert.ThrowsAsync<UsageException>(() => Download(server));

        Assert.Contains("goes on from there", exception.Message, StringComparison.Ordinal);
        Assert.Equal(_content[..50_000], await File.ReadAllBytesAsync(Part, Cancellation));
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task Run_WrongHash_IsRefusedAndThrownAway()
    {
        await using var server = await FileServer.StartAsync(_content, ranges: true);

        var exception = await Assert.ThrowsAsync<UsageException>(() => Download(server, new string('0', 8)));

        Assert.Contains($"has SHA-256 {Sha256}, not the published 00000000", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Run_FileThatIsThere_IsCheckedNotDownloaded()
    {
        await using var server = await FileServer.StartAsync(_content, ranges: true);
        Directory.CreateDirectory(_folder);
        await File.WriteAllBytesAsync(Target, _content, Cancellation);

        await Download(server, Sha256[..8]);
        Assert.Empty(server.Ranges);

        await File.WriteAllBytesAsync(Target, _content[1..], Cancellation);
        var exception = await Assert.ThrowsAsync<UsageException>(() => Download(server));
        Assert.Contains("remove it, or choose another --dir", exception.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Target));
    }

    [Fact]
    public async Task Run_MissingOrUnreachable_SaysSo()
    {
        await using var server = await FileServer.StartAsync(_content, ranges: true);
        var download = new WeightsDownload(_http, (_, _) => { });

        var missing = await Assert.ThrowsAsync<UsageException>(() => download.RunAsync(new PublishedWeights(server.Address("missing/w.pth"), Sha256), _folder, Cancellation));
        Assert.Contains("404", missing.Message, StringComparison.Ordinal);
        var unreachable = await Assert.ThrowsAsync<UsageException>(() => download.RunAsync(new PublishedWeights(new Uri("http://127.0.0.1:1/w.pth"), Sha256), _folder, Cancellation));
        Assert.Contains("could not be downloaded", unreachable.Message, StringComparison.Ordinal);
        // Nothing was received, so that nothing is left behind or said to be.
        Assert.DoesNotContain("goes on from there", missing.Message + unreachable.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Run_BrokenOffBeforeTheFirstByte_LeavesNoEmptyPart()
    {
        await using var server = await FileServer.StartAsync(_content, ranges: true);
        for (var i = 0; i < 5; i++)
            server.Breaks.Enqueue(0);

        await Assert.ThrowsAsync<UsageException>(() => Download(server));

        Assert.Equal(5, server.Ranges.Count);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Run_ServerThatDoesNotAnswerInTime_IsTriedAgainAndNamed()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(20) };
        var address = new Uri($"http://{silent.LocalEndpoint}/w.pth");

        var exception = await Assert.ThrowsAsync<UsageException>(
            () => new WeightsDownload(http, (_, _) => { }).RunAsync(new PublishedWeights(address, Sha256), _folder, Cancellation));

        Assert.Contains($"{address} could not be downloaded", exception.Message, StringComparison.Ordinal);
    }

    private Task<(string Path, string Sha256)> Download(FileServer server, string? sha256 = null) =>
        new WeightsDownload(_http, (_, _) => { }).RunAsync(Published(server) with { Sha256 = sha256 ?? Sha256 }, _folder, Cancellation);

    private PublishedWeights Published(FileServer server) => new(server.Address("w.pth"), Sha256);
}

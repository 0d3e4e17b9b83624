using System.Text;
using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary>A sweep over files that nobody should trust: each fails its own cells, says why, and the rest is computed.</summary>
public sealed class HostileImagesTests : IDisposable
{
    // A lossless WebP of 16383 x 16383 black pixels: codes of one symbol take no bits.
    private const string WebPBomb = "UklGRhQAAABXRUJQVlA4TAgAAAAv/r//D4iICA==";

    // A text that HTML, SVG, Pango, a terminal and a spreadsheet would each take for something else.
    private const string Markup = "=1+1<img src=x onerror=alert(1)>&amp;'.png";

    private readonly SweepFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_HostileImages_FailTheirOwnCellsAndTheRestIsComputed()
    {
        var waves = await File.ReadAllBytesAsync(_folder.PathOf("waves.png"), TestContext.Current.CancellationToken);
        var ripples = await File.ReadAllBytesAsync(_folder.PathOf("ripples.png"), TestContext.Current.CancellationToken);
        var files = new Dictionary<string, (byte[] Bytes, string? Reason)>
        {
            ["waves.png"] = (waves, null),
            [Markup] = ([.. ripples, .. "PK\u0003\u0004<script>alert(1)</script>"u8], null),
            ["thin.png"] = (ImageWriter.Png(new Picture(1, 20_000, new float[60_000])), "thin.png"),
            ["damaged.png"] = (waves[..(waves.Length / 2)], "is damaged or truncated"),
            ["laughs.png"] = (Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"), "a format that is not read: SVG"),
            ["frames.png"] = ("GIF89a"u8.ToArray(), "a format that is not read: GIF"),
            ["empty.png"] = ([], "is empty"),
            ["bomb.webp"] = (Convert.FromBase64String(WebPBomb), "it has 268402689 pixels, allowed are 100000000"),
        };
        foreach (var (name, file) in files)
            await File.WriteAllBytesAsync(_folder.PathOf(name), file.Bytes, TestContext.Current.CancellationToken);
        var names = string.Join(", ", files.Keys.Select(name => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'"));
        var manifest = _folder.Manifest("hostile", "axes: {styleWeight: [3, 300]}\ngrid: {rows: content, columns: styleWeight}", content: $"[{names}]");

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("out"));

        Assert.True(exitCode == 3, output);
        var sweep = new FetchedSweep(Path.Combine(_folder.PathOf("out"), "results", "hostile"), Path.Combine(_folder.PathOf("out"), "trials"));
        foreach (var trial in sweep.Plan.Trials)
        {
            var status = sweep.Status.Trials.Single(status => status.TrialId == trial.Id);
            var reason = files[trial.Content.Name].Reason;
            Assert.True((reason is null ? TrialState.Completed : TrialState.Failed) == status.State, $"{trial.Content.Name}: {status.State} {status.Reason}");
            Assert.Contains(reason ?? string.Empty, status.Reason ?? string.Empty, StringComparison.Ordinal);
        }

        SheetAssert.CellsShowWhatTheirLabelsSay(sweep);
        var (page, table) = (await ReadAsync(sweep, "index.html"), await ReadAsync(sweep, "trials.csv"));
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("'=1+1<img", table, StringComparison.Ordinal);
        Assert.DoesNotContain(",=1+1", table, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("NEURALSTYLE_KEEP_SHEET") is { } keep)
            File.Copy(sweep.ResultPath("sheet.png"), keep, overwrite: true);
    }

    private static Task<string> ReadAsync(FetchedSweep sweep, string name) =>
        File.ReadAllTextAsync(sweep.ResultPath(name), TestContext.Current.CancellationToken);
}

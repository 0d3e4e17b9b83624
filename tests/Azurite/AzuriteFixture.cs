using System.Diagnostics;
using System.Text.RegularExpressions;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Tests.Azurite;

/// <summary>
/// A fresh Azurite in memory, on ports of its own, for the tests of one class or collection. Where it isn't installed the tests skip
/// and say so: call <see cref="Require"/> first.
/// </summary>
public sealed partial class AzuriteFixture : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";

    // Published in Azurite's manual: no secret.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _process;
    private string? _connectionString;
    private string? _missing;

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime => _process?.TotalProcessorTime ?? TimeSpan.Zero;

    /// <summary>The account's connection string; skips the test when there is no Azurite.</summary>
    public string Require()
    {
        Assert.SkipWhen(_missing is not null, _missing ?? string.Empty);
        return _connectionString!;
    }

    /// <summary>The account; skips the test when there is no Azurite.</summary>
    public StorageConnection Connect() => StorageConnection.FromConnectionString(Require());

    public async ValueTask InitializeAsync()
    {
        var script = FindScript();
        if (script is null)
        {
            _missing = "Azurite is not installed: run eng/setup.sh, which puts it into eng/node_modules.";
            return;
        }

        // The node process itself, so that ending it leaves nothing behind.
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[
            script, "--inMemoryPersistence", "--skipApiVersionCheck", "--silent", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0"])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        await ReadPortsAsync(_process);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadPortsAsync(Process process)
    {
        var ports = new Dictionary<string, string>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new System.Text.StringBuilder();
        void Read(string? line)
        {
            lock (ports)
            {
                said.AppendLine(line);
                if (line is not null && Listening().Match(line) is { Success: true } match)
                    ports[match.Groups["service"].Value] = match.Groups["port"].Value;
                if (ports.ContainsKey("Blob") && ports.ContainsKey("Queue"))
                    ready.TrySetResult();
            }
        }

        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(ready.Task, process.WaitForExitAsync(), Task.Delay(Patience)) != ready.Task)
            throw new InvalidOperationException($"Azurite did not start: {said}");
        _connectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key}"
            + $";BlobEndpoint=http://127.0.0.1:{ports["Blob"]}/{Account};QueueEndpoint=http://127.0.0.1:{ports["Queue"]}/{Account}";
    }

    private static string? FindScript()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "eng", "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(script))
                return script;
        }

        return null;
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralStyle.Tests.Azurite;

/// <summary>Azurite as a process, in memory or in a folder, on ports that it chooses.</summary>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    /// <summary>The one account that it has.</summary>
    public const string Account = "devstoreaccount1";

    // Published in Azurite's manual: no secret.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private AzuriteProcess(Process process, int blobPort, int queuePort) => (_process, BlobPort, QueuePort) = (process, blobPort, queuePort);

    public int BlobPort { get; }

    public int QueuePort { get; }

    /// <summary>The account's connection string.</summary>
    public string ConnectionString => ConnectionStringAt(BlobPort, QueuePort);

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime => _process.TotalProcessorTime;

    /// <summary>The number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>The same account behind other ports, such as a proxy's.</summary>
    public static string ConnectionStringAt(int blobPort, int queuePort) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{blobPort}/{Account};QueueEndpoint=http://127.0.0.1:{queuePort}/{Account}");

    // What node runs, where it is installed.
    private static string Script { get; } = Repository.PathOf("eng/node_modules/azurite/dist/src/azurite.js");

    /// <summary>Why there is none; null where it is installed.</summary>
    public static string? Missing() =>
        File.Exists(Script) ? null : "Azurite is not installed: run eng/setup.sh, which puts it into eng/node_modules.";

    /// <summary>Starts it.</summary>
    /// <param name="folder">Keeps its data there; null for in memory.</param>
    /// <param name="more">Further arguments, as its manual has them.</param>
    public static async Task<AzuriteProcess> StartAsync(string? folder = null, params string[] more)
    {
        // The node process itself, so that ending it leaves nothing behind.
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[
            Missing() is { } why ? throw new InvalidOperationException(why) : Script,
            .. folder is null ? (string[])["--inMemoryPersistence"] : ["--location", folder],
            "--skipApiVersionCheck", "--silent", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", .. more])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var ports = await ReadPortsAsync(process);
        return new AzuriteProcess(process, ports["Blob"], ports["Queue"]);
    }

    /// <summary>Ends it as a service manager does: what it has in a folder is written.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Text(_process.Id)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<Dictionary<string, int>> ReadPortsAsync(Process process)
    {
        var ports = new Dictionary<string, int>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new System.Text.StringBuilder();
        void Read(string? line)
        {
            lock (ports)
            {
                said.AppendLine(line);
                if (line is not null && Listening().Match(line) is { Success: true } match)
                    ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
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
        lock (ports)
            return new Dictionary<string, int>(ports);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at https?://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}

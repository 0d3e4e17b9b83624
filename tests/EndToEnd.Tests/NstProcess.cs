using System.Collections.Concurrent;
using System.Diagnostics;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary><c>nst</c> as a process of its own, as a user starts it.</summary>
internal sealed class NstProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private NstProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Everything that it has printed so far.</summary>
    public string Output => string.Join('\n', _lines);

    public static NstProcess Start(string connection, params string[] arguments) => Start(connection, [], arguments);

    /// <summary>Starts it with further environment variables, name and value.</summary>
    public static NstProcess Start(string connection, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "nst"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AzureWebJobsStorage"] = connection;
        // The same weights on every machine, whatever its user has set.
        start.Environment.Remove("NEURALSTYLE_VGG19");
        start.Environment.Remove("NEURALSTYLE_VGG16");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return new NstProcess(Process.Start(start) ?? throw new InvalidOperationException("nst did not start."));
    }

    /// <summary>Runs to the end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string connection, params string[] arguments) => RunAsync(connection, [], arguments);

    /// <summary>Runs to the end, with further environment variables.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string connection, (string Name, string Value)[] environment, params string[] arguments)
    {
        await using var nst = Start(connection, environment, arguments);
        var exitCode = await nst.ExitCodeAsync();
        return (exitCode, nst.Output);
    }

    /// <summary>Waits until it has ended.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        // Once more without time limit: only then is the redirected output complete.
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: it has no chance to clean up, even where it is paused.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: what hosts send when they want a container to end. A paused process hears it first when it goes on.</summary>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync("TERM");
        await SignalAsync("CONT");
        return await ExitCodeAsync();
    }

    /// <summary>Sends it a signal, such as STOP and CONT.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
    }
}

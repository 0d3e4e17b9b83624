using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>
/// Bombs, read in a process of their own under a limit of the kernel's: only there is the peak of memory theirs, and only there can a
/// decoder that runs away be ended.
/// </summary>
public sealed class BombProcessTests(ITestOutputHelper output)
{
    private const string ChildVariable = "NEURALSTYLE_BOMB_CHILD";

    // What the process may have of private memory in all, KiB: .NET, libtorch and libvips take half a gigabyte before any image.
    private const int ProcessKiB = 2 << 20;

    // What an image may add at most, MiB: a WebP of the largest size has 382 of pixels, and libvips keeps them twice.
    private const long MostMiB = 900;

    // Time after which a case that ends in seconds is taken to hang, on a machine of any load.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What became of one bomb.</summary>
    private sealed record Outcome(string Name, int FileBytes, long PeakMiB, double Seconds, string? Error, string? Message);

    [Fact]
    public void Child_BombsAreGiven_ReadsEach()
    {
        var report = Environment.GetEnvironmentVariable(ChildVariable);
        Assert.SkipWhen(report is null, "It is what the other test runs in a process of its own.");
        var reader = new ImageReader();
        foreach (var bomb in Bomb.All)
        {
            var bytes = bomb.Make();
            File.AppendAllText(report!, $"{bomb.Name}\n");
            GiveBackWhatIsFree();
            File.WriteAllText("/proc/self/clear_refs", "5"); // the peak begins anew (proc(5))
            var before = StatusKiB("VmRSS");
            var start = Stopwatch.GetTimestamp();
            var error = Record.Exception(() => reader.Read("a.bin", bytes, longestSide: 256));
            var outcome = new Outcome(bomb.Name, bytes.Length, (StatusKiB("VmHWM") - before) / 1024, Stopwatch.GetElapsedTime(start).TotalSeconds, error?.GetType().Name, error?.Message);
            File.AppendAllText(report!, $"{JsonSerializer.Serialize(outcome)}\n");
        }
    }

    [Fact]
    public async Task Read_Bombs_AreRefusedOrReadInBoundedMemory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits and peaks of a process are asked of Linux.");
        var report = Path.GetTempFileName();
        try
        {
            var (exitCode, said) = await RunChildAsync(report);
            var outcomes = File.ReadAllLines(report).Where(line => line.StartsWith('{')).Select(line => JsonSerializer.Deserialize<Outcome>(line)!).ToList();
            foreach (var outcome in outcomes)
                output.WriteLine($"{outcome.Name}: {outcome.FileBytes} bytes, {outcome.PeakMiB} MiB, {outcome.Seconds:0.0} s, {outcome.Message ?? "read"}");

            Assert.True(exitCode == 0, $"The process ended with {exitCode} at '{File.ReadLines(report).LastOrDefault()}': {said}");
            Assert.Equal(Bomb.All.Select(bomb => bomb.Name), outcomes.Select(outcome => outcome.Name));
            Assert.All(Bomb.All.Zip(outcomes), pair => Check(pair.First, pair.Second));
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static void Check(Bomb bomb, Outcome outcome)
    {
        Assert.InRange(outcome.PeakMiB, 0, MostMiB);
        Assert.Equal(bomb.Says is null ? null : nameof(ImageException), outcome.Error);
        if (bomb.Says is not null)
            Assert.Contains(bomb.Says, outcome.Message, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Said)> RunChildAsync(string report)
    {
        var cancellation = TestContext.Current.CancellationToken;
        string[] arguments = ["-c", $"ulimit -d {ProcessKiB} && exec \"$@\"", "bash", Environment.ProcessPath!, typeof(BombProcessTests).Assembly.Location, "-method", $"*.{nameof(Child_BombsAreGiven_ReadsEach)}"];
        // The host of the tests is the program itself or 'dotnet' with it.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) != "dotnet")
            arguments = [.. arguments.Where((_, index) => index != 4)];
        var start = new ProcessStartInfo("bash", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[ChildVariable] = report;
        using var child = Process.Start(start)!;
        var said = Task.WhenAll(child.StandardOutput.ReadToEndAsync(cancellation), child.StandardError.ReadToEndAsync(cancellation));
        while (!child.HasExited && DateTime.UtcNow - File.GetLastWriteTimeUtc(report) < Patience)
            await Task.Delay(50, cancellation);
        if (!child.HasExited)
        {
            child.Kill(entireProcessTree: true);
            Assert.Fail($"'{File.ReadLines(report).LastOrDefault()}' hangs: nothing came of it for {Patience.TotalMinutes} minutes.");
        }

        await child.WaitForExitAsync(cancellation);
        return (child.ExitCode, string.Concat(await said));
    }

    // What one bomb leaves to the next, free but kept, would be no part of the next one's peak over its beginning.
    private static void GiveBackWhatIsFree()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var trim = NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "malloc_trim");
        Marshal.GetDelegateForFunctionPointer<MallocTrim>(trim)(0);
    }

    /// <summary>malloc_trim(3).</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int MallocTrim(nuint pad);

    private static long StatusKiB(string key) => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith($"{key}:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}

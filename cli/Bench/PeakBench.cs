using System.Globalization;
using System.Text.Json;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>
/// Measures the memory of a trial. Each in a process of its own: what an allocator keeps of one trial would hide in the next.
/// </summary>
internal static class PeakBench
{
    private const int Evaluations = 30;

    /// <summary>Runs one trial in this process, which should have run none before.</summary>
    public static TrialPeak MeasureHere(
        Stylizer stylizer, WeightsLibrary weights, NetworkName network, int imageSize, OptimizerKind optimizer, CancellationToken cancellation)
    {
        var trial = BenchTrial.Of(weights, network, imageSize, Evaluations, optimizer);
        var pictures = BenchTrial.Pictures(imageSize);
        GC.Collect();
        var before = PeakMemory.ResidentBytes();
        PeakMemory.Reset();
        stylizer.Run(trial, pictures, SilentObserver.Instance, null, cancellation);
        var estimate = TrialCosts.Of(trial.Parameters, imageSize, imageSize * 3 / 4).PeakBytes;
        return new TrialPeak(network, imageSize, optimizer, PeakMemory.Bytes() - before, estimate);
    }

    /// <summary>Starts this program anew for one trial.</summary>
    /// <param name="network">The network.</param>
    /// <param name="imageSize">Longest side, pixels.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="arguments">Options to hand on.</param>
    /// <param name="cancellation">Ends the other process too.</param>
    public static async Task<TrialPeak> MeasureApartAsync(
        NetworkName network, int imageSize, OptimizerKind optimizer, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        string size = imageSize.ToString(CultureInfo.InvariantCulture);
        using var process = BenchProcess.Start(["--peak-of", EnumNames.Of(network), size, EnumNames.Of(optimizer), .. arguments]);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0
                ? JsonSerializer.Deserialize<TrialPeak>(output, PlanJson.Compact)!
                : throw new UsageException($"measuring the memory of a trial ended with exit code {process.ExitCode}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}

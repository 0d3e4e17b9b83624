using System.Globalization;

namespace NeuralStyle.Cli.Bench;

/// <summary>The most resident memory that this process has had since it was last asked to forget; Linux only.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";
    private const string Forget = "/proc/self/clear_refs";

    /// <summary>Whether this system tells it.</summary>
    public static bool IsKnown => OperatingSystem.IsLinux() && File.Exists(Status) && File.Exists(Forget);

    /// <summary>Makes the peak what is resident now.</summary>
    public static void Reset() => File.WriteAllText(Forget, "5");

    /// <summary>The peak, bytes.</summary>
    public static long Bytes() => Read("VmHWM:");

    /// <summary>What is resident now, bytes.</summary>
    public static long ResidentBytes() => Read("VmRSS:");

    private static long Read(string key)
    {
        var line = File.ReadLines(Status).First(line => line.StartsWith(key, StringComparison.Ordinal));
        return 1024 * long.Parse(line[key.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}

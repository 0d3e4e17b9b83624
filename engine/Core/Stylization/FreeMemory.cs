using System.Globalization;

namespace NeuralStyle.Engine.Stylization;

/// <summary>How much memory a trial may take.</summary>
internal static class FreeMemory
{
    private const string LinuxFile = "/proc/meminfo";
    private const string LinuxKey = "MemAvailable:";

    /// <summary>Bytes: what the options say, else what is free on the machine or in its container; null where that is not known, on CUDA devices.</summary>
    public static long? Of(EngineOptions options)
    {
        if (options.MemoryBytes is { } given)
            return given;
        if (!options.Device.StartsWith("cpu", StringComparison.Ordinal))
            return null;

        // The runtime knows the limit of a container, and the kernel what other processes have left.
        var within = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - System.Environment.WorkingSet;
        return File.Exists(LinuxFile) ? Math.Min(within, LinuxAvailable()) : within;
    }

    private static long LinuxAvailable()
    {
        var line = File.ReadLines(LinuxFile).FirstOrDefault(line => line.StartsWith(LinuxKey, StringComparison.Ordinal));
        var kibibytes = line?[LinuxKey.Length..].Replace("kB", string.Empty, StringComparison.Ordinal).Trim();
        return long.TryParse(kibibytes, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value * 1024 : long.MaxValue;
    }
}

using System.Diagnostics;
using System.Globalization;

namespace NeuralStyle.EndToEnd.Tests.Load;

/// <summary>What a process that runs uses.</summary>
/// <param name="Memory">What it holds, MiB.</param>
/// <param name="MostMemory">The most that it held, MiB.</param>
/// <param name="Processor">Processor time since it began.</param>
internal sealed record ProcessUse(long Memory, long MostMemory, TimeSpan Processor)
{
    /// <summary>Asks the kernel.</summary>
    public static ProcessUse Of(int processId)
    {
        using var process = Process.GetProcessById(processId);
        var lines = File.ReadAllLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/status"));
        return new ProcessUse(Value(lines, "VmRSS:"), Value(lines, "VmHWM:"), process.TotalProcessorTime);
    }

    private static long Value(string[] lines, string key)
    {
        var line = lines.Single(line => line.StartsWith(key, StringComparison.Ordinal));
        return long.Parse(line[key.Length..].Replace("kB", string.Empty, StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
    }
}

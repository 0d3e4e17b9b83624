using System.Diagnostics;

namespace NeuralStyle.Cli.Bench;

/// <summary>Starts this program anew, for what must be measured in a process of its own.</summary>
internal static class BenchProcess
{
    /// <param name="arguments">What follows <c>nst bench</c>.</param>
    public static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // Under `dotnet nst.dll` the program is an argument of the process.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        start.ArgumentList.Add("bench");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new UsageException("the bench could not start its own program anew");
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>
/// The bare loop in a process of its own, where the engine has changed nothing, as anyone else has it; it works when it is asked for
/// a round, in turns with the engine, so that both meet the same moods of the machine.
/// </summary>
internal sealed class PlainLoop : IDisposable
{
    /// <summary>The hidden option by which this program serves as that process: a network and a size.</summary>
    public const string Option = "--plain-of";

    private readonly Process _process;

    /// <param name="network">The network.</param>
    /// <param name="imageSize">Longest side, pixels.</param>
    /// <param name="arguments">Options to hand on.</param>
    public PlainLoop(NetworkName network, int imageSize, IReadOnlyList<string> arguments) =>
        _process = BenchProcess.Start([Option, EnumNames.Of(network), imageSize.ToString(CultureInfo.InvariantCulture), .. arguments]);

    /// <summary>Seconds of so many evaluations, one after another. Blocks: the engine's thread must stay the engine's.</summary>
    public IReadOnlyList<double> Round(int evaluations)
    {
        _process.StandardInput.WriteLine(evaluations.ToString(CultureInfo.InvariantCulture));
        return _process.StandardOutput.ReadLine() is { } line
            ? JsonSerializer.Deserialize<double[]>(line)!
            : throw new UsageException("the bench's own process ended before it had measured the bare loop");
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        // It ends with its input.
        _process.StandardInput.Dispose();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Is that process: for each line of the input, a number of evaluations, a line of seconds.</summary>
    public static void Serve(NetworkWeights weights, int imageSize, TextReader input, TextWriter output)
    {
        using var bare = BareLoop.Of(weights, imageSize);
        bare.Evaluate();
        while (input.ReadLine() is { } line)
        {
            var evaluations = int.Parse(line, CultureInfo.InvariantCulture);
            output.WriteLine(JsonSerializer.Serialize(Enumerable.Range(0, evaluations).Select(_ => bare.Seconds()).ToList()));
            output.Flush();
        }
    }
}

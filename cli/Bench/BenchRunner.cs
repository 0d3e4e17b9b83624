using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>Runs the parts of a bench, one after another in one process, and tells each figure as it comes.</summary>
/// <param name="stylizer">The engine.</param>
/// <param name="weights">The networks' weights.</param>
/// <param name="sizes">Longest sides, pixels.</param>
/// <param name="ladderPictures">What the ladder is measured on; null for pictures that are made up.</param>
/// <param name="arguments">Options to hand on to processes of its own.</param>
internal sealed class BenchRunner(
    Stylizer stylizer, WeightsLibrary weights, IReadOnlyList<int> sizes, TrialPictures? ladderPictures, IReadOnlyList<string> arguments)
{
    private IEnumerable<NetworkName> Networks => Enum.GetValues<NetworkName>().Where(weights.Has);

    /// <summary>The parts that are asked for.</summary>
    public async Task RunAsync(
        IReadOnlyCollection<BenchPart> parts, int growthSize, BenchReport report, Func<string, Task> print, CancellationToken cancellation)
    {
        foreach (var network in Networks.Where(network => BenchLayers.Of(weights.Of(network)).AreCut))
            await print($"{EnumNames.Of(network)}: its weights end at {weights.Of(network).Convolutions[^1]}, so that fewer layers are measured");

        // First, while this process is small: a process that was started from a large one begins no larger, but the machine may be short.
        if (parts.Contains(BenchPart.Peak) && PeakMemory.IsKnown)
        {
            foreach (var (network, size) in Each())
            {
                foreach (var optimizer in Enum.GetValues<OptimizerKind>())
                    await AddAsync(report.Peaks, await PeakBench.MeasureApartAsync(network, size, optimizer, arguments, cancellation), BenchReport.Line, print);
            }
        }

        if (parts.Contains(BenchPart.Evaluation))
        {
            foreach (var (network, size) in Each())
            {
                var timing = EvaluationBench.Run(stylizer, weights, network, size, arguments, cancellation);
                await AddAsync(report.Evaluations, timing, BenchReport.Line, print);
            }
        }

        if (parts.Contains(BenchPart.Ladder))
        {
            foreach (var network in Networks)
            {
                foreach (var setting in LadderSetting.All)
                {
                    var timing = LadderBench.Run(stylizer, weights, network, sizes.Max(), setting, ladderPictures, cancellation);
                    await AddAsync(report.Ladders, timing, BenchReport.Line, print);
                }
            }
        }

        if (parts.Contains(BenchPart.Growth))
            await AddAsync(report.Growth, MemoryBench.Run(stylizer, weights, growthSize, cancellation), BenchReport.Line, print);
    }

    private IEnumerable<(NetworkName Network, int Size)> Each() => Networks.SelectMany(network => sizes.Select(size => (network, size)));

    private static Task AddAsync<T>(List<T> list, T item, Func<T, string> line, Func<string, Task> print)
    {
        list.Add(item);
        return print(line(item));
    }
}

using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Scales;

namespace NeuralStyle.Cli.Bench;

/// <summary>
/// How much sooner a ladder of scales reaches the loss that one scale reaches: both end at the same size with the same losses, so
/// that their totals there compare.
/// </summary>
internal static class LadderBench
{
    private const double Rung = 0.5;
    private const int SmallestRung = 64;

    // Evaluations of the single scale whose losses are asked for.
    private static readonly int[] Asked = [50, 75, 100, 150];

    // From the largest rung down. Tried at 256 and 512 px from noise: half of them leaves more to the last scale than it saves.
    private static readonly int[] RungEvaluations = [20, 40, 60];

    public static LadderTiming Run(
        Stylizer stylizer, WeightsLibrary weights, NetworkName network, int imageSize, LadderSetting setting, TrialPictures? given, CancellationToken cancellation)
    {
        var single = setting.Of(BenchTrial.Of(weights, network, imageSize, Asked[^1], OptimizerKind.Lbfgs).Parameters with { Seed = 1 });
        var ladder = single with { Scales = LadderTo(imageSize) };
        var pictures = given ?? BenchTrial.Pictures(imageSize);

        var one = stylizer.Run(BenchTrial.Of(weights, single), pictures, SilentObserver.Instance, null, cancellation).Evaluations;
        var several = stylizer.Run(BenchTrial.Of(weights, ladder), pictures, SilentObserver.Instance, null, cancellation).Evaluations;
        var smaller = ladder.TotalEvaluations - ladder.Iterations;
        var last = several.Skip(smaller).ToList();
        return new LadderTiming(network, imageSize, setting.Name, ladder.Scales.ToString(), [.. Asked.Select(count => Point(one, last, count))]);
    }

    private static LadderPoint Point(IReadOnlyList<EvaluationRecord> single, IReadOnlyList<EvaluationRecord> last, int evaluations)
    {
        var loss = single.Take(evaluations).Min(evaluation => evaluation.Total);
        return new LadderPoint(
            evaluations,
            loss,
            single.First(evaluation => evaluation.Total <= loss).Seconds,
            last.FirstOrDefault(evaluation => evaluation.Total <= loss)?.Seconds);
    }

    private static ScaleLadder LadderTo(int imageSize)
    {
        var rungs = new Stack<string>();
        for (var size = (int)(imageSize * Rung); size >= SmallestRung && rungs.Count < RungEvaluations.Length; size = (int)(size * Rung))
            rungs.Push($"{size}:{RungEvaluations[rungs.Count]}");
        var text = string.Join(", ", rungs);
        return text.Length == 0 ? ScaleLadder.None : ScaleLadderText.Parse(text, [])!;
    }
}

using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Scales;

namespace NeuralStyle.Cli.Bench;

/// <summary>
/// How much sooner a ladder of scales reaches the loss that one scale reaches: both end at the same size with the same losses, so
/// that their totals there compare.
/// </summary>
internal static class LadderBench
{
    private const int SingleEvaluations = 120;
    private const int RungEvaluations = 80;
    private const double Rung = 0.5;
    private const int SmallestRung = 64;

    public static LadderTiming Run(
        Stylizer stylizer, WeightsLibrary weights, NetworkName network, int imageSize, InitMode init, CancellationToken cancellation)
    {
        var single = BenchTrial.Of(weights, network, imageSize, SingleEvaluations, OptimizerKind.Lbfgs).Parameters with { Init = init, Seed = 1 };
        var ladder = single with { Scales = LadderTo(imageSize) };
        var pictures = BenchTrial.Pictures(imageSize);

        var one = stylizer.Run(BenchTrial.Of(weights, single), pictures, SilentObserver.Instance, null, cancellation).Evaluations;
        var several = stylizer.Run(BenchTrial.Of(weights, ladder), pictures, SilentObserver.Instance, null, cancellation).Evaluations;
        var loss = one.Min(evaluation => evaluation.Total);
        var smaller = ladder.TotalEvaluations - ladder.Iterations;
        return new LadderTiming(
            network,
            imageSize,
            init,
            ladder.Scales.ToString(),
            loss,
            one.First(evaluation => evaluation.Total <= loss).Seconds,
            several.Skip(smaller).FirstOrDefault(evaluation => evaluation.Total <= loss)?.Seconds);
    }

    private static ScaleLadder LadderTo(int imageSize)
    {
        var sizes = new Stack<int>();
        for (var size = (int)(imageSize * Rung); size >= SmallestRung; size = (int)(size * Rung))
            sizes.Push(size);
        var text = string.Join(", ", sizes.Select(size => $"{size}:{RungEvaluations}"));
        return text.Length == 0 ? ScaleLadder.None : ScaleLadderText.Parse(text, [])!;
    }
}

using System.Diagnostics;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Bench;

/// <summary>
/// One evaluation, and one with the step of L-BFGS, against the bare loop, in one process: the bare loop before the engine changes
/// anything of the process, and once more in turns with the engine.
/// </summary>
internal static class EvaluationBench
{
    private const int Rounds = 6;
    private const int MostEvaluationsPerRound = 24;
    private const int FewestEvaluationsPerRound = 4;
    private static readonly TimeSpan RoundOfBareLoop = TimeSpan.FromSeconds(1.5);

    /// <summary>The bare loop's median in seconds. The library's number of threads must be set, and no engine open.</summary>
    public static double Plain(WeightsLibrary weights, NetworkName network, int imageSize, CancellationToken cancellation)
    {
        using var bare = Loop(weights, network, imageSize);
        var seconds = new List<double>();
        for (var left = Rounds * PerRound(bare); left > 0; left--)
        {
            cancellation.ThrowIfCancellationRequested();
            seconds.Add(Time(bare.Evaluate).TotalSeconds);
        }

        return Median(seconds);
    }

    /// <summary>The engine's against it.</summary>
    public static EvaluationTiming Run(
        Stylizer stylizer, WeightsLibrary weights, NetworkName network, int imageSize, double plain, CancellationToken cancellation)
    {
        var pictures = BenchTrial.Pictures(imageSize);
        using var bare = Loop(weights, network, imageSize);
        var evaluations = PerRound(bare);

        // Adam's step takes a hundredth of an evaluation, so that a trial with it is the evaluations and their records.
        var evaluating = BenchTrial.Of(weights, network, imageSize, evaluations + 1, OptimizerKind.Adam);
        var stepping = BenchTrial.Of(weights, network, imageSize, evaluations + 1, OptimizerKind.Lbfgs);
        var (bareSeconds, evaluationSeconds, stepSeconds) = (new List<double>(), new List<double>(), new List<double>());
        // In turns, so that all meet the same moods of the machine.
        for (var round = 0; round < Rounds; round++)
        {
            bareSeconds.AddRange(Enumerable.Range(0, evaluations).Select(_ => Bare().TotalSeconds));
            evaluationSeconds.AddRange(TimeTrial(evaluating));
            stepSeconds.AddRange(TimeTrial(stepping));
        }

        return new EvaluationTiming(network, imageSize, plain, Median(bareSeconds), Median(evaluationSeconds), Median(stepSeconds));

        TimeSpan Bare()
        {
            cancellation.ThrowIfCancellationRequested();
            return Time(bare.Evaluate);
        }

        IEnumerable<double> TimeTrial(Trial trial)
        {
            var marks = stylizer.Run(trial, pictures, SilentObserver.Instance, null, cancellation).Evaluations;
            return marks.Zip(marks.Skip(1), (before, after) => after.Seconds - before.Seconds);
        }
    }

    private static BareLoop Loop(WeightsLibrary weights, NetworkName network, int imageSize) =>
        new(weights.Of(network), BenchLayers.Of(weights.Of(network)).Deepest, imageSize * 3 / 4, imageSize);

    private static int PerRound(BareLoop bare)
    {
        bare.Evaluate();
        return (int)Math.Clamp(RoundOfBareLoop / Time(bare.Evaluate), FewestEvaluationsPerRound, MostEvaluationsPerRound);
    }

    private static TimeSpan Time(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}

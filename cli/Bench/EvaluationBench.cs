using System.Diagnostics;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Bench;

/// <summary>One evaluation, and one with the step of L-BFGS, against the bare loop, in turns within one process.</summary>
internal static class EvaluationBench
{
    private const int Rounds = 8;
    private const int EvaluationsPerRound = 24;

    public static EvaluationTiming Run(
        Stylizer stylizer, WeightsLibrary weights, NetworkName network, int imageSize, CancellationToken cancellation)
    {
        var height = imageSize * 3 / 4;
        var pictures = BenchTrial.Pictures(imageSize);
        // Adam's step takes a hundredth of an evaluation, so that a trial with it is the evaluations and their records.
        var evaluating = BenchTrial.Of(weights, network, imageSize, EvaluationsPerRound, OptimizerKind.Adam);
        var stepping = BenchTrial.Of(weights, network, imageSize, EvaluationsPerRound, OptimizerKind.Lbfgs);
        using var bare = new BareLoop(weights.Of(network), LayerName.Parse("relu5_1"), height, imageSize);

        var (bareSeconds, evaluationSeconds, stepSeconds) = (new List<double>(), new List<double>(), new List<double>());
        bare.Evaluate();
        // In turns, so that all meet the same moods of the machine.
        for (var round = 0; round < Rounds; round++)
        {
            bareSeconds.AddRange(TimeBare(bare, cancellation));
            evaluationSeconds.AddRange(TimeTrial(evaluating));
            stepSeconds.AddRange(TimeTrial(stepping));
        }

        return new EvaluationTiming(network, imageSize, Median(bareSeconds), Median(evaluationSeconds), Median(stepSeconds));

        IEnumerable<double> TimeTrial(Trial trial)
        {
            var marks = stylizer.Run(trial, pictures, SilentObserver.Instance, null, cancellation).Evaluations;
            return marks.Zip(marks.Skip(1), (before, after) => after.Seconds - before.Seconds);
        }
    }

    private static List<double> TimeBare(BareLoop bare, CancellationToken cancellation)
    {
        var seconds = new List<double>();
        for (var i = 0; i < EvaluationsPerRound; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            bare.Evaluate();
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return seconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}

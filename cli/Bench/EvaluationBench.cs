using System.Diagnostics;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>One evaluation with everything around it, against the bare loop, in turns within one process.</summary>
internal static class EvaluationBench
{
    private const int Rounds = 5;
    private const int EvaluationsPerRound = 12;

    public static EvaluationTiming Run(
        Stylizer stylizer, WeightsLibrary weights, NetworkName network, int imageSize, CancellationToken cancellation)
    {
        var height = imageSize * 3 / 4;
        var (content, style) = (BenchTrial.Picture(imageSize, height, 9), BenchTrial.Picture(imageSize, height, 40));
        var trial = BenchTrial.Of(weights, network, imageSize, EvaluationsPerRound);
        using var bare = new BareLoop(weights.Of(network), LayerName.Parse("relu5_1"), height, imageSize);

        var bareSeconds = new List<double>();
        var engineSeconds = new List<double>();
        bare.Evaluate();
        // In turns, so that both meet the same moods of the machine.
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < EvaluationsPerRound; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var started = Stopwatch.GetTimestamp();
                bare.Evaluate();
                bareSeconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            }

            // From one evaluation's end to the next: losses, gradient, optimizer, record.
            var marks = stylizer.Run(trial, content, style, SilentObserver.Instance, cancellation).Evaluations;
            engineSeconds.AddRange(marks.Zip(marks.Skip(1), (before, after) => after.Seconds - before.Seconds));
        }

        return new EvaluationTiming(network, imageSize, Median(bareSeconds), Median(engineSeconds));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}

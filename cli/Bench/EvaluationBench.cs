using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Bench;

/// <summary>
/// One evaluation, and one with the step of L-BFGS, against the bare loop: that of a process which the engine has not touched, and one
/// beside the engine.
/// </summary>
internal static class EvaluationBench
{
    private const int Rounds = 15;
    private const int MostEvaluationsPerRound = 24;
    private const int FewestEvaluationsPerRound = 3;
    private const double SecondsOfRound = 0.5;

    public static EvaluationTiming Run(
        Stylizer stylizer, WeightsLibrary weights, NetworkName network, int imageSize, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var pictures = BenchTrial.Pictures(imageSize);
        using var plain = new PlainLoop(network, imageSize, arguments);
        using var bare = BareLoop.Of(weights.Of(network), imageSize);
        bare.Evaluate();
        var evaluations = (int)Math.Clamp(SecondsOfRound / bare.Seconds(), FewestEvaluationsPerRound, MostEvaluationsPerRound);

        // Adam's step takes a hundredth of an evaluation, so that a trial with it is the evaluations and their records.
        var evaluating = BenchTrial.Of(weights, network, imageSize, evaluations + 1, OptimizerKind.Adam);
        var stepping = BenchTrial.Of(weights, network, imageSize, evaluations + 1, OptimizerKind.Lbfgs);
        var rounds = new List<EvaluationRound>();
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            rounds.Add(new EvaluationRound(
                Median(plain.Round(evaluations)),
                Median(Enumerable.Range(0, evaluations).Select(_ => bare.Seconds())),
                Median(TimeTrial(evaluating)),
                Median(TimeTrial(stepping))));
        }

        return new EvaluationTiming(network, imageSize, rounds);

        IEnumerable<double> TimeTrial(Trial trial)
        {
            var marks = stylizer.Run(trial, pictures, SilentObserver.Instance, null, cancellation).Evaluations;
            return marks.Zip(marks.Skip(1), (before, after) => after.Seconds - before.Seconds);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

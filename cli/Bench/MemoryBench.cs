using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>How much the process's resident memory grows over 500 evaluations.</summary>
internal static class MemoryBench
{
    private const int WarmUp = 50;
    private const int Evaluations = 500;

    public static MemoryGrowth Run(Stylizer stylizer, WeightsLibrary weights, int imageSize, CancellationToken cancellation)
    {
        var trial = BenchTrial.Of(weights, NetworkName.Vgg19Mini, imageSize, WarmUp + Evaluations, OptimizerKind.Lbfgs);
        var observer = new ResidentMemoryObserver(WarmUp);
        stylizer.Run(trial, BenchTrial.Pictures(imageSize), observer, null, cancellation);
        return new MemoryGrowth(imageSize, Evaluations, observer.BytesAfterWarmUp, Environment.WorkingSet);
    }
}

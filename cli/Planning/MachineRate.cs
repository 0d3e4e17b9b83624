using NeuralStyle.Cli.Bench;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Planning;

/// <summary>How many multiply-adds a second this machine does at this work: a few evaluations of a small trial, timed.</summary>
internal static class MachineRate
{
    private const int ImageSize = 160;
    private const int Evaluations = 8;

    public static double Measure(ProcessorSettings settings, TimeProvider clock, CancellationToken cancellation)
    {
        var weights = new WeightsLibrary(settings.WeightsPath);
        using var stylizer = new Stylizer(weights, new EngineOptions { Device = settings.Device, Threads = settings.Threads }, clock);
        var height = ImageSize * 3 / 4;
        var trial = BenchTrial.Of(weights, NetworkName.Vgg19Mini, ImageSize, Evaluations, OptimizerKind.Lbfgs);
        var marks = stylizer
            .Run(trial, BenchTrial.Pictures(ImageSize), SilentObserver.Instance, null, cancellation)
            .Evaluations;
        // The fastest of the later ones: the first pays for buffers, and what else runs here only slows.
        var seconds = marks.Zip(marks.Skip(1), (before, after) => after.Seconds - before.Seconds).Min();
        return TrialCosts.Of(trial.Parameters, ImageSize, height).MultiplyAdds / Evaluations / seconds;
    }
}

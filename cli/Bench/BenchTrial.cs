using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Bench;

/// <summary>A trial of the default preset's layers over pictures that are made up here.</summary>
internal static class BenchTrial
{
    public static Trial Of(WeightsLibrary weights, NetworkName network, int imageSize, int iterations, OptimizerKind optimizer)
    {
        var layers = BenchLayers.Of(weights.Of(network));
        var parameters = new TrialParameters
        {
            Network = network,
            ImageSize = imageSize,
            Iterations = iterations,
            ContentLayers = layers.Content,
            StyleLayers = layers.Style,
            ContentWeight = 1,
            StyleWeight = 30,
            TvWeight = 0.1,
            Convention = LossConvention.Relative,
            TvConvention = TvConvention.MeanSquare,
            Pooling = PoolingMode.Max,
            Init = InitMode.Content,
            Optimizer = optimizer,
            LearningRate = optimizer == OptimizerKind.Lbfgs ? 1 : 0.001,
            LineSearch = LineSearchKind.Fixed,
            HistorySize = 20,
            Clamp = ClampMode.Saved,
            Seed = 0,
        };
        return Of(weights, parameters);
    }

    public static Trial Of(WeightsLibrary weights, TrialParameters parameters)
    {
        var reference = weights.Reference(parameters.Network);
        var (content, style) = (new ImageReference("content", new string('c', 64)), new ImageReference("style", new string('5', 64)));
        return new Trial
        {
            Id = TrialId.Of(parameters, content, style, reference),
            Parameters = parameters,
            Content = content,
            Style = style,
            Weights = reference,
            Snapshots = SnapshotPolicy.None,
        };
    }

    /// <summary>Two pictures, 4:3.</summary>
    public static TrialPictures Pictures(int imageSize) => new()
    {
        Content = BenchPicture.Of(imageSize, imageSize * 3 / 4, fall: 1.2, seed: 1),
        Styles = [BenchPicture.Of(imageSize, imageSize * 3 / 4, fall: 0.8, seed: 2)],
    };
}

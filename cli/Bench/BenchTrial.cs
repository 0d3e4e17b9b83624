using NeuralStyle.Engine.Images;
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

    /// <summary>Two pictures of soft waves, 4:3.</summary>
    public static TrialPictures Pictures(int imageSize) => new()
    {
        Content = Picture(imageSize, imageSize * 3 / 4, 9),
        Styles = [Picture(imageSize, imageSize * 3 / 4, 40)],
    };

    /// <summary>A picture of soft waves: smooth like a photograph, of any size.</summary>
    private static Picture Picture(int width, int height, double frequency)
    {
        var values = new float[3 * width * height];
        for (var channel = 0; channel < 3; channel++)
        {
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var phase = (frequency * ((x * (channel + 1)) + (y * (3 - channel))) / width) + channel;
                    values[(((channel * height) + y) * width) + x] = (float)(0.5 + (0.4 * Math.Sin(phase)));
                }
            }
        }

        return new Picture(width, height, values);
    }
}

using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Tests.Stylization;

/// <summary>Trials over made-up images; the parameters are small enough for a test, and each test changes what it is about.</summary>
internal static class TestTrials
{
    public static TrialParameters Parameters { get; } = new()
    {
        Network = NetworkName.Vgg19Mini,
        ImageSize = 48,
        Iterations = 6,
        ContentLayers = LayerSet.Parse("relu3_1"),
        StyleLayers = LayerSet.Parse("relu1_1", "relu2_1"),
        ContentWeight = 1,
        StyleWeight = 30,
        TvWeight = 0.1,
        Convention = LossConvention.Relative,
        TvConvention = TvConvention.MeanSquare,
        Pooling = PoolingMode.Max,
        Init = InitMode.Content,
        Optimizer = OptimizerKind.Lbfgs,
        LearningRate = 1,
        LineSearch = LineSearchKind.Fixed,
        HistorySize = 10,
        Clamp = ClampMode.Saved,
        Seed = 7,
    };

    /// <summary>The trial of weights that the network at hand was made of otherwise.</summary>
    public static Trial Of(TrialParameters parameters) => Of(parameters, new WeightsReference(parameters.Network, new string('e', 64)), null);

    public static Trial Of(TrialParameters parameters, WeightsLibrary weights, SnapshotPolicy? snapshots = null) =>
        Of(parameters, weights.Reference(parameters.Network), snapshots);

    private static Trial Of(TrialParameters parameters, WeightsReference reference, SnapshotPolicy? snapshots)
    {
        var (content, style) = (new ImageReference("content.png", new string('c', 64)), new ImageReference("style.png", new string('5', 64)));
        return new Trial
        {
            Id = TrialId.Of(parameters, content, style, reference),
            Parameters = parameters,
            Content = content,
            Style = style,
            Weights = reference,
            Snapshots = snapshots ?? SnapshotPolicy.None,
        };
    }
}

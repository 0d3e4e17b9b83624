using System.Runtime.InteropServices;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Optimization;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// Runs trials, one after another: resizes the images, measures the targets, and changes the start image until the evaluations
/// are used up (Gatys et al., 2015, with everything that their successors vary). Networks and targets are kept for the trials to
/// come. Call it from one thread at a time; the tensor library keeps state per thread.
/// </summary>
public sealed class Stylizer : IDisposable
{
    private readonly WeightsLibrary _weights;
    private readonly TimeProvider _clock;
    private readonly Device _device;
    private readonly TargetCache _targets;
    private readonly Dictionary<NetworkName, FeatureNetwork> _networks = [];

    /// <summary>Opens the device and sets the tensor library's threads.</summary>
    /// <param name="weights">The weights that there are.</param>
    /// <param name="options">What to compute on.</param>
    /// <param name="clock">Measures the seconds of the record.</param>
    /// <exception cref="StylizationException">The device is not here.</exception>
    public Stylizer(WeightsLibrary weights, EngineOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _weights = weights;
        _clock = clock;
        _device = ComputeDevice.Open(options.Device);
        _targets = new TargetCache(options.TargetCacheBytes);
        // libtorch may leave itself at one thread; see EngineOptions.Threads.
        set_num_threads(options.Threads ?? System.Environment.ProcessorCount);
        Environment = EngineEnvironment.Describe(options.Device);
    }

    /// <summary>What trials run on here.</summary>
    public EnvironmentRecord Environment { get; }

    /// <summary>Runs one trial.</summary>
    /// <param name="trial">The setting.</param>
    /// <param name="content">The content image, at its own size.</param>
    /// <param name="style">The style image, at its own size.</param>
    /// <param name="observer">Is told how it goes, on this thread.</param>
    /// <param name="cancellation">Ends the trial within one evaluation.</param>
    /// <returns>
    /// The image, and every evaluation. The image is one that was evaluated: that of the last evaluation, or with a line search
    /// the last one that it accepted.
    /// </returns>
    /// <exception cref="EngineException">The trial can't be run to its end.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public StylizedImage Run(Trial trial, Picture content, Picture style, IStylizationObserver observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(style);
        ArgumentNullException.ThrowIfNull(observer);

        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        _targets.Trim();
        try
        {
            return Optimize(trial, content, style, observer, cancellation);
        }
        catch (NonFiniteLossException exception)
        {
            throw new StylizationException(exception.Message, exception);
        }
        catch (ExternalException exception)
        {
            // The tensor library's own errors: out of memory, above all.
            throw new StylizationException($"The tensor library failed: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var network in _networks.Values)
            network.Dispose();
        _networks.Clear();
        _targets.Dispose();
    }

    private StylizedImage Optimize(Trial trial, Picture content, Picture style, IStylizationObserver observer, CancellationToken cancellation)
    {
        var parameters = trial.Parameters;
        var contentImage = ImageTensor.Of(Fit(content, trial.Content, parameters), _device);
        var (contentLosses, styleLosses) = Measure(trial, contentImage, style);
        var course = new TrialCourse(trial, observer, _clock, cancellation);
        var objective = new StylizationObjective(NetworkOf(parameters.Network), parameters, contentLosses, styleLosses, course.OnEvaluated);
        using var optimizer = OptimizerOf(parameters);

        var image = StartImage.Of(parameters.Init, contentImage, parameters.Seed);
        var budget = new EvaluationBudget(parameters.Iterations, cancellation: cancellation);
        while (!budget.IsSpent)
        {
            optimizer.Step(objective, image, budget);
            if (parameters.Clamp == ClampMode.Step)
            {
                using var step = NewDisposeScope();
                image.clamp_(0, 1);
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return course.Finish(image);
    }

    private (IReadOnlyList<ContentLoss> Content, IReadOnlyList<StyleLoss> Style) Measure(Trial trial, Tensor contentImage, Picture style)
    {
        var parameters = trial.Parameters;
        var measurement = new TargetMeasurement(_targets, NetworkOf(parameters.Network), trial.Weights.Sha256, parameters.Pooling);
        LayerSet contentLayers = parameters.ContentWeight == 0 ? [] : parameters.ContentLayers;
        LayerSet styleLayers = parameters.StyleWeight == 0 ? [] : parameters.StyleLayers;

        var content = measurement.Of(
            trial.Content.Sha256, parameters.ImageSize, () => contentImage, contentLayers, TargetKind.Features);
        var styles = measurement.Of(
            trial.Style.Sha256, parameters.ImageSize, () => ImageTensor.Of(Fit(style, trial.Style, parameters), _device), styleLayers, TargetKind.Gram);

        return (
            [.. contentLayers.Zip(content, (layer, target) => new ContentLoss(layer, target.Values, parameters.Convention, contentLayers.Count))],
            [.. styleLayers.Zip(styles, (layer, target) => new StyleLoss(
                layer, target, VggTopology.PositionsOf(layer, contentImage.shape[2], contentImage.shape[3]), parameters.Convention, styleLayers.Count))]);
    }

    private static Picture Fit(Picture picture, ImageReference image, TrialParameters parameters)
    {
        var fitted = picture.ResizeToLongestSide(parameters.ImageSize, enlarge: true);
        var deepest = parameters.ContentLayers.Concat(parameters.StyleLayers).MaxBy(VggTopology.DepthOf);
        if (VggTopology.PositionsOf(deepest, fitted.Height, fitted.Width) == 0 || Math.Min(fitted.Height, fitted.Width) < 2)
        {
            throw new StylizationException(
                $"Image '{image.Name}' is {fitted.Size} pixels at imageSize {parameters.ImageSize}, too small for layer {deepest}: "
                + $"no position is left of its shorter side. Allowed is a larger imageSize, or layers of earlier blocks.");
        }

        return fitted;
    }

    private FeatureNetwork NetworkOf(NetworkName name)
    {
        if (!_networks.TryGetValue(name, out var network))
        {
            network = new FeatureNetwork(_weights.Of(name), _device);
            _networks.Add(name, network);
        }

        return network;
    }

    private static IOptimizer OptimizerOf(TrialParameters parameters) => parameters.Optimizer switch
    {
        OptimizerKind.Lbfgs => new LbfgsOptimizer(new LbfgsOptions
        {
            LearningRate = parameters.LearningRate,
            HistorySize = parameters.HistorySize,
            LineSearch = parameters.LineSearch,
        }),
        OptimizerKind.Adam => new AdamOptimizer(new AdamOptions { LearningRate = parameters.LearningRate }),
        _ => throw new ArgumentOutOfRangeException(nameof(parameters), parameters.Optimizer, "Allowed are lbfgs and adam."),
    };
}

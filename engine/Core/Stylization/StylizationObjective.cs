using System.Diagnostics;
using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Optimization;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// The weighted sum of content, style and total-variation loss and its gradient: what the optimizer makes small. A loss of
/// weight 0 is not computed, nor a layer that no loss reads.
/// </summary>
/// <param name="network">The feature extractor.</param>
/// <param name="parameters">Weights, conventions and pooling.</param>
/// <param name="contentLosses">One loss a content layer; empty when the content weight is 0.</param>
/// <param name="styleLosses">One loss a style layer; empty when the style weight is 0.</param>
/// <param name="evaluated">Is told of each evaluation and the image [1,3,H,W] that was evaluated, before it changes.</param>
internal sealed class StylizationObjective(
    FeatureNetwork network,
    TrialParameters parameters,
    IReadOnlyList<ContentLoss> contentLosses,
    IReadOnlyList<StyleLoss> styleLosses,
    Action<EvaluationRecord, Tensor> evaluated) : IObjective
{
    private readonly HashSet<LayerName> _taps =
        [.. contentLosses.Select(loss => loss.Layer), .. styleLosses.Select(loss => loss.Layer)];

    private long _startedAt;
    private int _evaluations;

    /// <inheritdoc/>
    public ObjectiveValue Evaluate(Tensor image)
    {
        if (_evaluations == 0)
            _startedAt = Stopwatch.GetTimestamp();

        using var scope = NewDisposeScope();
        var leaf = image.detach().requires_grad_();
        var features = network.Features(leaf, _taps, parameters.Pooling);
        var content = Sum(contentLosses.Select(loss => loss.Of(features[loss.Layer])), parameters.ContentWeight);
        var style = Sum(styleLosses.Select(loss => loss.Of(features[loss.Layer])), parameters.StyleWeight);
        var tv = parameters.TvWeight == 0 ? null : TotalVariation.Of(leaf, parameters.TvConvention) * parameters.TvWeight;

        Tensor?[] parts = [content, style, tv];
        var present = parts.OfType<Tensor>().ToArray();
        var total = present.Length == 1 ? present[0] : present.Skip(1).Aggregate(present[0], (sum, part) => sum + part);
        var gradient = autograd.grad([total], [leaf])[0];

        Report(image, total, parts);
        return new ObjectiveValue(_lastTotal, gradient.MoveToOuterDisposeScope());
    }

    private double _lastTotal;

    private static Tensor? Sum(IEnumerable<Tensor> losses, double weight)
    {
        Tensor? sum = null;
        foreach (var loss in losses)
            sum = sum is null ? loss : sum + loss;
        return sum is null ? null : sum * weight;
    }

    private void Report(Tensor image, Tensor total, IReadOnlyList<Tensor?> parts)
    {
        // One transfer from the device for all numbers.
        var numbers = stack([total.detach(), .. parts.Select(part => part?.detach() ?? zeros_like(total))]).cpu().data<float>().ToArray();
        _evaluations++;
        _lastTotal = numbers[0];
        evaluated(
            new EvaluationRecord(
                _evaluations, numbers[0], numbers[1], numbers[2], numbers[3], Stopwatch.GetElapsedTime(_startedAt).TotalSeconds),
            image);
    }
}

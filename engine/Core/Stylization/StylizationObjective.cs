using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Optimization;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
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
    Action<LossValues, Tensor> evaluated) : IObjective
{
    private readonly HashSet<LayerName> _taps =
        [.. contentLosses.Select(loss => loss.Layer), .. styleLosses.Select(loss => loss.Layer)];

    /// <inheritdoc/>
    public Evaluation Evaluate(Tensor image)
    {
        using var scope = NewDisposeScope();
        using var withGradients = enable_grad();
        var leaf = image.detach().requires_grad_();
        var features = network.Features(leaf, _taps, parameters.Pooling);
        var content = Sum(contentLosses.Select(loss => loss.Of(features[loss.Layer])), parameters.ContentWeight);
        var style = Sum(styleLosses.Select(loss => loss.Of(features[loss.Layer])), parameters.StyleWeight);
        var tv = parameters.TvWeight == 0 ? null : TotalVariation.Of(leaf, parameters.TvConvention) * parameters.TvWeight;

        Tensor?[] parts = [content, style, tv];
        var total = parts.OfType<Tensor>().Aggregate((sum, part) => sum + part);
        var gradient = autograd.grad([total], [leaf])[0];

        var losses = Read(total, parts);
        evaluated(losses, image);
        return new Evaluation(losses.Total, gradient.MoveToOuterDisposeScope());
    }

    private static Tensor? Sum(IEnumerable<Tensor> losses, double weight)
    {
        Tensor? sum = null;
        foreach (var loss in losses)
            sum = sum is null ? loss : sum + loss;
        return sum is null ? null : sum * weight;
    }

    /// <summary>All numbers in one transfer from the device.</summary>
    private static LossValues Read(Tensor total, Tensor?[] parts)
    {
        var none = zeros_like(total);
        var numbers = stack([total.detach(), .. parts.Select(part => part?.detach() ?? none)]).cpu().data<float>().ToArray();
        return new LossValues(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}

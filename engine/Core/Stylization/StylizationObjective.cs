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
        var leaf = image.detach().requires_grad_();
        var features = Forward(leaf);

        // The losses know their gradients in closed form, so automatic differentiation only carries them through the network.
        using var noGrad = no_grad();
        var gradients = new Dictionary<LayerName, Tensor>(_taps.Count);
        var content = Sum(contentLosses, loss => loss.Layer, loss => loss.Of(features[loss.Layer], parameters.ContentWeight), gradients);
        var style = Sum(styleLosses, loss => loss.Layer, loss => loss.Of(features[loss.Layer], parameters.StyleWeight), gradients);
        var gradient = Backward(leaf, features, gradients);
        Tensor? tv = null;
        if (parameters.TvWeight != 0)
        {
            var variation = TotalVariation.Of(leaf, parameters.TvConvention, parameters.TvWeight);
            tv = variation.Loss;
            gradient = gradient.add_(variation.Gradient);
        }

        var losses = Read(content, style, tv);
        evaluated(losses, image);
        return new Evaluation(losses.Total, gradient.MoveToOuterDisposeScope());
    }

    private IReadOnlyDictionary<LayerName, Tensor> Forward(Tensor leaf)
    {
        using var withGradients = enable_grad();
        return network.Features(leaf, _taps, parameters.Pooling);
    }

    private static Tensor Backward(
        Tensor leaf, IReadOnlyDictionary<LayerName, Tensor> features, Dictionary<LayerName, Tensor> gradients) =>
        gradients.Count == 0
            ? zeros_like(leaf)
            : autograd.grad([.. gradients.Keys.Select(layer => features[layer])], [leaf], [.. gradients.Values])[0];

    /// <summary>The sum of some losses; their gradients are added to those of their layers.</summary>
    private static Tensor? Sum<T>(
        IReadOnlyList<T> losses, Func<T, LayerName> layerOf, Func<T, LossAndGradient> evaluate, Dictionary<LayerName, Tensor> gradients)
    {
        Tensor? sum = null;
        foreach (var loss in losses)
        {
            var (value, gradient) = evaluate(loss);
            sum = sum is null ? value : sum + value;
            var layer = layerOf(loss);
            gradients[layer] = gradients.TryGetValue(layer, out var before) ? before.add_(gradient) : gradient;
        }

        return sum;
    }

    /// <summary>All numbers in one transfer from the device; a part that was not computed is 0.</summary>
    private static LossValues Read(params Tensor?[] parts)
    {
        var present = parts.OfType<Tensor>().ToArray();
        var numbers = present.Length == 0 ? [] : stack(present).cpu().data<float>().ToArray();
        var next = 0;
        var values = parts.Select(part => part is null ? 0.0 : numbers[next++]).ToArray();
        return new LossValues(values.Sum(), values[0], values[1], values[2]);
    }
}

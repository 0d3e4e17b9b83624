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
/// <param name="losses">The losses of the layers.</param>
/// <param name="factors">Gives the schedules' factors of the evaluation that is made.</param>
/// <param name="evaluated">Is told of each evaluation and the image [1,3,H,W] that was evaluated, before it changes.</param>
internal sealed class StylizationObjective(
    FeatureNetwork network,
    TrialParameters parameters,
    TrialLosses losses,
    Func<LossFactors> factors,
    Action<LossValues, Tensor> evaluated) : IObjective
{
    private readonly HashSet<LayerName> _taps =
        [.. losses.Content.Select(loss => loss.Layer), .. losses.Style.Select(loss => loss.Layer)];

    /// <inheritdoc/>
    public Evaluation Evaluate(Tensor image)
    {
        using var scope = NewDisposeScope();
        var leaf = image.detach().requires_grad_();
        var features = Forward(leaf);

        // The losses know their gradients in closed form, so automatic differentiation only carries them through the network.
        using var noGrad = no_grad();
        var factor = factors();
        var gradients = new Dictionary<LayerName, Tensor>(_taps.Count);
        var values = new List<Tensor>();
        Add(losses.Content, loss => loss.Layer, loss => loss.Of(features[loss.Layer], parameters.ContentWeight * factor.Content), values, gradients);
        Add(losses.Style, loss => loss.Layer, loss => loss.Of(features[loss.Layer], parameters.StyleWeight * factor.Style), values, gradients);
        var gradient = Backward(leaf, features, gradients);
        if (parameters.TvWeight != 0)
        {
            var variation = TotalVariation.Of(leaf, parameters.TvConvention, parameters.TvWeight * factor.Tv);
            values.Add(variation.Loss);
            gradient = gradient.add_(variation.Gradient);
        }

        var numbers = Read(values);
        evaluated(numbers, image);
        return new Evaluation(numbers.Total, gradient.MoveToOuterDisposeScope());
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

    /// <summary>The losses of some layers; their gradients are added to those of their layers.</summary>
    private static void Add<T>(
        IReadOnlyList<T> losses,
        Func<T, LayerName> layerOf,
        Func<T, LossAndGradient> evaluate,
        List<Tensor> values,
        Dictionary<LayerName, Tensor> gradients)
    {
        foreach (var loss in losses)
        {
            var (value, gradient) = evaluate(loss);
            values.Add(value);
            var layer = layerOf(loss);
            gradients[layer] = gradients.TryGetValue(layer, out var before) ? before.add_(gradient) : gradient;
        }
    }

    /// <summary>All numbers in one transfer from the device; a part that was not computed is 0.</summary>
    private LossValues Read(List<Tensor> values)
    {
        var numbers = values.Count == 0 ? [] : stack(values).cpu().data<float>().ToArray().Select(value => (double)value).ToArray();
        var (contents, styles) = (losses.Content.Count, losses.Style.Count);
        var layers = numbers[..(contents + styles)];
        var (content, style) = (layers[..contents].Sum(), layers[contents..].Sum());
        var tv = numbers.Length > layers.Length ? numbers[^1] : 0;
        return new LossValues(content + style + tv, content, style, tv, layers);
    }
}

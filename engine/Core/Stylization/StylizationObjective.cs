using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Optimization;
using NeuralStyle.Engine.Stylization.Passes;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// The weighted sum of content, style and total-variation loss and its gradient: what the optimizer makes small. A loss of
/// weight or factor 0 is not computed, nor a layer that no loss reads.
/// </summary>
/// <param name="pass">The way through the network and back.</param>
/// <param name="parameters">The weight of the total variation, how gradients go back, and pooling.</param>
/// <param name="losses">The losses of the layers, weighted.</param>
/// <param name="factors">Gives the schedules' factors of the evaluation that is made.</param>
/// <param name="evaluated">Is told of each evaluation and the image [1,3,H,W] that was evaluated, before it changes.</param>
internal sealed class StylizationObjective(
    IFeaturePass pass,
    TrialParameters parameters,
    TrialLosses losses,
    Func<LossFactors> factors,
    Action<LossValues, Tensor> evaluated) : IObjective
{
    /// <inheritdoc/>
    public Evaluation Evaluate(Tensor image)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var factor = factors();
        var values = new Tensor?[losses.Content.Count + losses.Style.Count + 1];
        var gradient = BackThroughNetwork(image, factor, values, scope);
        if (parameters.TvWeight * factor.Tv != 0)
        {
            var variation = TotalVariation.Of(image, parameters.TvConvention, parameters.TvWeight * factor.Tv);
            values[^1] = variation.Loss;
            gradient = gradient is null ? variation.Gradient : gradient.add_(variation.Gradient);
        }

        var numbers = Read(values);
        evaluated(numbers, image);
        return new Evaluation(numbers.Total, (gradient ?? zeros_like(image)).MoveToOuterDisposeScope());
    }

    /// <summary>The gradient of content and style by the image; null where neither is computed.</summary>
    private Tensor? BackThroughNetwork(Tensor image, LossFactors factor, Tensor?[] values, DisposeScope evaluation)
    {
        var contents = Terms(losses.Content, factor.Content, 0);
        var styles = Terms(losses.Style, factor.Style, losses.Content.Count);
        List<Term>[] passes = parameters.Backward == BackwardMode.Separate ? [contents, styles] : [[.. contents, .. styles]];
        Tensor? gradient = null;
        foreach (var terms in passes.Where(terms => terms.Count > 0))
        {
            var part = Pass(image, terms, values, evaluation);
            gradient = gradient is null ? part : gradient.add_(part);
        }

        return gradient;
    }

    private static List<Term> Terms(IReadOnlyList<ILayerLoss> losses, double factor, int firstPlace) =>
        factor == 0 ? [] : [.. losses.Select((loss, index) => new Term(loss, factor, firstPlace + index))];

    /// <summary>One way forward and back; the maps between are let go before it returns.</summary>
    private Tensor Pass(Tensor image, List<Term> terms, Tensor?[] values, DisposeScope evaluation)
    {
        using var scope = NewDisposeScope();
        HashSet<LayerName> taps = [.. terms.Select(term => term.Loss.Layer)];
        return pass.GradientOf(image, taps, parameters.Pooling, Differentiate).MoveToOuterDisposeScope();

        Dictionary<LayerName, Tensor> Differentiate(IReadOnlyDictionary<LayerName, Tensor> features)
        {
            var gradients = new Dictionary<LayerName, Tensor>(features.Count);
            foreach (var (loss, factor, place) in terms)
            {
                var (value, gradient) = loss.Of(features[loss.Layer], factor);
                values[place] = value.MoveToOtherDisposeScope(evaluation);
                gradients[loss.Layer] = gradients.TryGetValue(loss.Layer, out var before) ? before.add_(gradient) : gradient;
            }

            return gradients;
        }
    }

    /// <summary>All numbers in one transfer from the device; what was not computed is 0.</summary>
    private LossValues Read(Tensor?[] values)
    {
        var numbers = new double[values.Length];
        Tensor[] computed = [.. values.OfType<Tensor>()];
        var read = computed.Length == 0 ? [] : stack(computed).cpu().data<float>().ToArray();
        for (int place = 0, next = 0; place < values.Length; place++)
            numbers[place] = values[place] is null ? 0 : read[next++];

        var (layers, contents) = (numbers[..^1], losses.Content.Count);
        var (content, style, tv) = (layers[..contents].Sum(), layers[contents..].Sum(), numbers[^1]);
        return new LossValues(content + style + tv, content, style, tv, layers);
    }

    /// <summary>A loss to compute.</summary>
    /// <param name="Loss">The loss.</param>
    /// <param name="Factor">Its schedule's factor, not 0.</param>
    /// <param name="Place">Where its value belongs.</param>
    private readonly record struct Term(ILayerLoss Loss, double Factor, int Place);
}

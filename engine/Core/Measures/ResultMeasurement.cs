using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Measures;

/// <summary>
/// Measures results on the <see cref="Yardstick"/>. Read each definition at <see cref="TrialMeasures"/>. Always on the CPU, so that the
/// numbers don't hang on the device of the trial. Call it from one thread at a time; the tensor library keeps state per thread.
/// </summary>
public sealed class ResultMeasurement : IDisposable
{
    private const double SmallestSumOfSquares = 1e-20;

    private readonly FeatureNetwork _network;
    private readonly MeasuredImages _images;

    /// <param name="weights">Gives the yardstick's network.</param>
    /// <param name="cacheBytes">Bytes of measured content and style images to keep for the results to come; 64 MiB, some thirty contents, by default.</param>
    public ResultMeasurement(WeightsLibrary weights, long cacheBytes = 64L << 20)
    {
        ArgumentNullException.ThrowIfNull(weights);
        _network = new FeatureNetwork(weights.Of(Yardstick.Network), CPU);
        _images = new MeasuredImages(cacheBytes);
    }

    /// <summary>Number of images kept for results to come.</summary>
    public int Kept => _images.Count;

    /// <summary>Measures a result.</summary>
    /// <param name="trial">The setting.</param>
    /// <param name="pictures">What it read; of these the content and the styles are measured against.</param>
    /// <param name="result">The saved image, as read back.</param>
    /// <param name="evaluations">Every evaluation, in order.</param>
    /// <param name="events">What happened out of the ordinary.</param>
    /// <exception cref="StylizationException">The tensor library failed, for want of memory above all.</exception>
    public TrialMeasures Of(
        Trial trial, TrialPictures pictures, Picture result, IReadOnlyList<EvaluationRecord> evaluations, IReadOnlyList<TrialEvent> events)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(result);
        var size = Yardstick.SizeOf(result.Size);
        var seen = result.Resize(size.Width, size.Height);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        try
        {
            var features = FeaturesOf(seen);
            var content = trial.Parameters.ReadsContent ? ContentOf(trial, pictures, size) : null;
            return new TrialMeasures
            {
                Yardstick = Yardstick.Name,
                ContentDistance = content is null ? null : Relative(features[Yardstick.ContentLayer], content.Features!),
                StyleDistance = trial.Parameters.ReadsStyle ? StyleDistance(features, StylesOf(trial, pictures)) : null,
                ColorShift = content is null ? null : ColorShift.Between(ColorShift.LabPlanes(seen), content.Lab!),
                Sharpness = Sharpness.Of(seen),
                EvaluationsTo95 = Convergence.EvaluationsTo95(trial.Parameters, evaluations, events),
            };
        }
        catch (System.Runtime.InteropServices.ExternalException exception)
        {
            throw new StylizationException($"The tensor library failed: {exception.Message}", exception);
        }
        finally
        {
            _images.Trim();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _images.Dispose();
        _network.Dispose();
    }

    private IReadOnlyDictionary<Plan.Layers.LayerName, Tensor> FeaturesOf(Picture picture) =>
        _network.Features(ImageTensor.Of(picture, CPU), Yardstick.StyleLayers.Append(Yardstick.ContentLayer).ToHashSet(), Yardstick.Pooling);

    private MeasuredImage ContentOf(Trial trial, TrialPictures pictures, PictureSize size) =>
        _images.Of(new MeasuredImages.Key(trial.Content.Sha256, size, IsContent: true), () =>
        {
            using var scope = NewDisposeScope();
            var picture = pictures.Content.Resize(size.Width, size.Height);
            var features = FeaturesOf(picture)[Yardstick.ContentLayer].MoveToOuterDisposeScope();
            return new MeasuredImage(features, ColorShift.LabPlanes(picture), []);
        });

    private List<(MeasuredImage Style, double Share)> StylesOf(Trial trial, TrialPictures pictures)
    {
        var shares = trial.Parameters.Blend.Shares;
        return
        [
            .. Enumerable.Range(0, pictures.Styles.Count)
                .Select(index => (Index: index, Share: shares.Count > 0 ? shares[index] : 1.0 / pictures.Styles.Count))
                .Where(style => style.Share > 0)
                .Select(style => (StyleOf(trial.Styles[style.Index].Sha256, pictures.Styles[style.Index]), style.Share)),
        ];
    }

    private MeasuredImage StyleOf(string sha256, Picture style)
    {
        var size = Yardstick.SizeOf(style.Size);
        return _images.Of(new MeasuredImages.Key(sha256, size, IsContent: false), () =>
        {
            using var scope = NewDisposeScope();
            var features = FeaturesOf(style.Resize(size.Width, size.Height));
            return new MeasuredImage(null, null, [.. Yardstick.StyleLayers.Select(layer => GramOf(features[layer]).MoveToOuterDisposeScope())]);
        });
    }

    private static double StyleDistance(
        IReadOnlyDictionary<Plan.Layers.LayerName, Tensor> features, List<(MeasuredImage Style, double Share)> styles) =>
        Yardstick.StyleLayers.Select((layer, place) => Relative(
            GramOf(features[layer]),
            styles.Select(style => style.Style.Grams[place] * style.Share).Aggregate((sum, gram) => sum + gram))).Average();

    private static Tensor GramOf(Tensor features) => GramMatrix.Of(features).div_(features.shape[2] * features.shape[3]);

    // The squared distance over the target's own sum of squares, as the losses of convention relative.
    private static double Relative(Tensor values, Tensor target) =>
        SumOfSquares.Of(values - target) / Math.Max(SumOfSquares.Of(target), SmallestSumOfSquares);
}

using System.Globalization;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Schedules;
using static NeuralStyle.Plan.Parameters.ParameterCatalog;

namespace NeuralStyle.Plan.Manifests.Settings;

/// <summary>The values that need another one to do anything.</summary>
internal static class IdleValues
{
    /// <summary>What the number of evaluations of a setting depends on.</summary>
    public static IReadOnlyList<ParameterDefinition> OfEvaluations { get; } = [Iterations, ParameterCatalog.Scales, ImageSize];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IdleValue> All { get; } =
    [
        IdleValue.Whole(InitImage, [Init], setting => setting.Init == InitMode.Image, "no trial has init image"),
        IdleValue.Whole(InitTrial, [Init], setting => setting.Init == InitMode.Trial, "no trial has init trial"),
        IdleValue.Whole(ParameterCatalog.TextureSize, [Mode], setting => setting.Mode == TrialMode.Texture, "no trial has mode texture"),
        IdleValue.Whole(Blend, [Mode], setting => setting.Mode != TrialMode.Reconstruction, "mode reconstruction reads no style image"),
        IdleValue.Whole(
            ColorMask,
            [Color],
            setting => setting.Of<ColorMode>(Color) is ColorMode.Luminance or ColorMode.Histogram,
            "no trial has color luminance or histogram, which it is a mask of"),
        IdleValue.Whole(StopWindow, [StopBelow], setting => setting.Of<double>(StopBelow) > 0, "stopBelow is 0 in every trial"),
        IdleValue.Whole(
            JpegQuality,
            [ParameterCatalog.OutputFormat],
            setting => setting.Of<Parameters.OutputFormat>(ParameterCatalog.OutputFormat) == Parameters.OutputFormat.Jpeg,
            "no trial has outputFormat jpeg"),
        OfOptimizer(LineSearch, OptimizerKind.Lbfgs),
        OfOptimizer(HistorySize, OptimizerKind.Lbfgs),
        OfOptimizer(Beta1, OptimizerKind.Adam),
        OfOptimizer(Beta2, OptimizerKind.Adam),
        OfOptimizer(Epsilon, OptimizerKind.Adam),
        OfSeedAxis(),
        OfLayers(ContentLayerWeights, ContentLayers),
        OfLayers(StyleLayerWeights, StyleLayers),
        OfSchedule(ContentSchedule),
        OfSchedule(StyleSchedule),
        OfSchedule(TvSchedule),
        OfSchedule(LearningRateSchedule),
    ];

    /// <summary>Evaluations of a setting, all scales together.</summary>
    public static long EvaluationsOf(Setting setting) => setting
        .Of<ScaleLadder>(ParameterCatalog.Scales)
        .Of((int)setting.Of<long>(ImageSize), (int)setting.Of<long>(Iterations))
        .Sum(scale => (long)scale.Iterations);

    private static IdleValue OfOptimizer(ParameterDefinition parameter, OptimizerKind optimizer) => IdleValue.Whole(
        parameter, [Optimizer], setting => setting.Of<OptimizerKind>(Optimizer) == optimizer, $"no trial has optimizer {EnumNames.Of(optimizer)}");

    /// <summary>One seed for all trials does no harm; an axis of them asks for trials that are all the same.</summary>
    private static IdleValue OfSeedAxis() => new(
        Seed,
        [Init],
        setting => setting.PlaceOf(Seed) is { } place && place.Path.StartsWith("axes.", StringComparison.Ordinal)
            ? [Seed.Label(setting.Of<object>(Seed))]
            : [],
        (setting, _) => setting.Init is InitMode.Noise or InitMode.NoiseNeuralStyle or InitMode.NoiseGordicaleksa,
        (_, seed) => $"seed {seed} has no use: no trial starts from noise, and nothing else is drawn");

    private static IdleValue OfLayers(ParameterDefinition weights, ParameterDefinition layers) => new(
        weights,
        [layers],
        setting => setting.Of<LayerWeights>(weights).Select(weight => weight.Layer.ToString()),
        (setting, layer) => setting.Of<LayerSet>(layers).Contains(LayerName.Parse(layer)),
        (setting, layer) => $"{weights} names {layer}, which is not among the {layers}: {layers.Label(setting.Of<object>(layers))}");

    private static IdleValue OfSchedule(ParameterDefinition schedule) => new(
        schedule,
        OfEvaluations,
        setting => setting.Of<Schedule>(schedule).Knots
            .Where(knot => !knot.IsPercent).Select(knot => knot.At.ToString(CultureInfo.InvariantCulture)),
        (setting, at) => double.Parse(at, CultureInfo.InvariantCulture) <= EvaluationsOf(setting),
        (setting, at) =>
        {
            var evaluations = EvaluationsOf(setting).ToString(CultureInfo.InvariantCulture);
            return $"{schedule} has a knot at evaluation {at}, and a trial has {evaluations}; allowed: 1 to {evaluations}, or percents";
        });
}

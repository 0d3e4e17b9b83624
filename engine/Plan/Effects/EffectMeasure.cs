using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Effects;

/// <summary>
/// A number that every trial has and that effects are computed of. All of them are proxies: none says whether a result is beautiful, and
/// less is better for none of them.
/// </summary>
/// <param name="Key">Its name in documents, e.g. <c>styleDistance</c>.</param>
/// <param name="Name">Its name for people, e.g. <c>style distance</c>.</param>
/// <param name="Unit">Its unit; empty when it has none.</param>
/// <param name="Meaning">What it is, in one line.</param>
public sealed record EffectMeasure(string Key, string Name, string Unit, string Meaning)
{
    /// <summary>What is to be said beside every number that comes of a measure.</summary>
    public const string Caution = "All measures are proxies: they compare settings, and none of them says whether a result is beautiful.";

    /// <summary>See <see cref="TrialMeasures.ContentDistance"/>.</summary>
    public static EffectMeasure ContentDistance { get; } = new(
        "contentDistance", "content distance", string.Empty, "how far the result's features are from the content's, as a share of the content's own")
    {
        Read = record => record.Measures?.ContentDistance,
        NeedsYardstick = true,
    };

    /// <summary>See <see cref="TrialMeasures.StyleDistance"/>.</summary>
    public static EffectMeasure StyleDistance { get; } = new(
        "styleDistance", "style distance", string.Empty, "how far the result's Gram matrices are from the style's, as a share of the style's own")
    {
        Read = record => record.Measures?.StyleDistance,
        NeedsYardstick = true,
    };

    /// <summary>See <see cref="TrialMeasures.ColorShift"/>.</summary>
    public static EffectMeasure ColorShift { get; } = new(
        "colorShift", "color shift", "Delta E", "mean distance of the result's colors from the content's, pixel by pixel")
    {
        Read = record => record.Measures?.ColorShift,
    };

    /// <summary>See <see cref="TrialMeasures.Sharpness"/>.</summary>
    public static EffectMeasure Sharpness { get; } = new(
        "sharpness", "sharpness", "per pixel", "mean magnitude of the luminance's gradient: more is sharper, or noisier")
    {
        Read = record => record.Measures?.Sharpness,
    };

    /// <summary>See <see cref="TrialRecord.Seconds"/>.</summary>
    public static EffectMeasure Seconds { get; } = new(
        "seconds", "seconds", "s", "seconds of work, reading of images included; they depend on the machine and on what else it did")
    {
        Read = record => record.Seconds,
    };

    /// <summary>See <see cref="TrialMeasures.EvaluationsTo95"/>.</summary>
    public static EffectMeasure EvaluationsTo95 { get; } = new(
        "evaluationsTo95", "evaluations to 95 %", string.Empty, "evaluations until the loss had fallen by 95 % of what it fell by in all")
    {
        Read = record => record.Measures?.EvaluationsTo95,
    };

    /// <summary>All measures, in the order of tables.</summary>
    public static IReadOnlyList<EffectMeasure> All { get; } = [ContentDistance, StyleDistance, ColorShift, Sharpness, Seconds, EvaluationsTo95];

    /// <summary>Reads it from a record; null where the record has none.</summary>
    internal Func<TrialRecord, double?> Read { get; private init; } = _ => null;

    /// <summary>Whether numbers of different yardsticks don't compare.</summary>
    internal bool NeedsYardstick { get; private init; }

    /// <summary>The measure of a completed trial; null where it has none that is finite.</summary>
    /// <param name="record">The trial's record.</param>
    public double? ValueOf(TrialRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.State == TrialState.Completed && Read(record) is { } value && double.IsFinite(value) ? value : null;
    }
}

using System.Globalization;
using NeuralStyle.Plan.Effects;
using NeuralStyle.Plan.Numbers;

namespace NeuralStyle.Cli.Effects;

/// <summary>The effects of a sweep as text.</summary>
internal static class EffectsTable
{
    private const int WidestLabel = 44;

    // Less is 0.0 %.
    private const double Shown = 0.0005;

    public static async Task WriteAsync(TextWriter output, SweepEffects effects)
    {
        await output.WriteLineAsync($"{effects.Sweep}: {effects.Completed} of {effects.Trials} trials completed, {effects.Cells} cells of {effects.Combinations} combinations");
        await output.WriteLineAsync(effects.Caution);
        if (effects.Scope is { } scope)
            await output.WriteLineAsync(scope);
        if (effects.Yardstick is { } yardstick)
            await output.WriteLineAsync($"Distances are on the yardstick {yardstick}.");
        foreach (var measure in effects.Measures)
            await WriteAsync(output, measure);
        if (effects.Measures.Any(measure => measure.Axes.Count > 0))
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync("mean: of the trials with that value; ±: its standard error over the other axes' settings, not an error of measurement;");
            await output.WriteLineAsync("change: mean difference from the axis's reference over pairs of trials that differ in that axis only, with its standard error.");
        }

        await output.WriteLineAsync();
        await WarningLines.WriteAsync(output, effects.Warnings);
    }

    private static async Task WriteAsync(TextWriter output, MeasureEffects effects)
    {
        await output.WriteLineAsync();
        var unit = effects.Measure.Unit.Length > 0 ? $", {effects.Measure.Unit}" : string.Empty;
        await output.WriteLineAsync($"{effects.Measure.Name} (proxy{unit}): {effects.Measure.Meaning}; {effects.All.Count} trials, mean {Number(effects.All.Mean)}");
        foreach (var note in effects.Notes)
            await output.WriteLineAsync($"  {note}");
        foreach (var axis in effects.Axes)
            await WriteAsync(output, axis);
        var interactions = effects.Interactions.Where(one => one.Share >= Shown).Select(one => $"{one.First} x {one.Second} {Percent(one.Share)}").ToList();
        if (effects.Interactions.Count > 0)
            await output.WriteLineAsync($"  interactions: {(interactions.Count > 0 ? string.Join("; ", interactions) : "none of two axes")}");
        if (effects.Rest is >= Shown)
            await output.WriteLineAsync($"  rest, interactions of three axes and more: {Percent(effects.Rest.Value)}");
    }

    private static async Task WriteAsync(TextWriter output, AxisEffect axis)
    {
        var share = axis.Share is { } part ? $", {Percent(part)} of the variance" : string.Empty;
        var range = axis.Range is { } span ? $"range {Number(span)} over {axis.Pairs} matched pairs" : "no matched pairs";
        await output.WriteLineAsync($"  {axis.Axis}: {range}{share}");
        var width = axis.Values.Max(value => Math.Min(value.Label.Length, WidestLabel));
        foreach (var value in axis.Values)
        {
            var label = (value.Label.Length <= WidestLabel ? value.Label : $"{value.Label[..(WidestLabel - 3)]}...").PadRight(width);
            await output.WriteLineAsync($"    {label}  {Mean(value.All)}  {Change(axis, value)}".TrimEnd());
        }
    }

    private static string Mean(MeanValue all) => all.Count == 0
        ? "no trial"
        : string.Create(CultureInfo.InvariantCulture, $"mean {Number(all.Mean),10} {Error(all),-14} n {all.Count,-4}");

    private static string Change(AxisEffect axis, ValueEffect value) => value switch
    {
        { Difference: { } difference } => string.Create(
            CultureInfo.InvariantCulture, $"change {Signed(difference.Mean),10} {Error(difference),-14} pairs {difference.Count}"),
        { All.Count: 0 } => string.Empty,
        _ when value.Label == axis.Reference => "reference",
        _ => "no pair with the reference",
    };

    private static string Error(MeanValue value) => value.Error is { } error ? $"± {Number(error)}" : string.Empty;

    private static string Signed(double value) => value > 0 ? $"+{Number(value)}" : Number(value);

    // Four digits are enough to read; --json has them all.
    private static string Number(double value) => NumberText.Format(CleanNumber.Of(value, Math.Abs(value) * 5e-5));

    private static string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
}

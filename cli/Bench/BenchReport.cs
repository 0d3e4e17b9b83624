using System.Globalization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Cli.Bench;

/// <summary>All that a bench measured; parts that were not asked for are empty.</summary>
internal sealed record BenchReport(EnvironmentRecord Environment)
{
    public List<EvaluationTiming> Evaluations { get; } = [];

    public List<LadderTiming> Ladders { get; } = [];

    public List<MemoryGrowth> Growth { get; } = [];

    public List<TrialPeak> Peaks { get; } = [];

    public static string Line(EvaluationTiming timing) => Text(
        $"{EnumNames.Of(timing.Network)} {timing.ImageSize} px: bare loop {timing.PlainSeconds * 1000:0.0} ms, evaluation {timing.EvaluationSeconds * 1000:0.0} ms (ratio {timing.EvaluationRatio:0.000}), with L-BFGS's step {timing.StepSeconds * 1000:0.0} ms (ratio {timing.StepRatio:0.000}); bare loop with the engine's allocator {timing.BareSeconds * 1000:0.0} ms (ratio {timing.RatioBeside:0.000})");

    public static string Line(LadderTiming timing) => Text(
        $"{EnumNames.Of(timing.Network)} {timing.ImageSize} px, {timing.Setting}, after {timing.Ladder}: {string.Join("; ", timing.Points.Select(Line))}");

    public static string Line(MemoryGrowth growth) => Text(
        $"memory over {growth.Evaluations} evaluations at {growth.ImageSize} px: {growth.MebibytesGrown:+0.0;-0.0} MiB");

    public static string Line(TrialPeak peak) => Text(
        $"memory of a trial, {EnumNames.Of(peak.Network)} {peak.ImageSize} px, {EnumNames.Of(peak.Optimizer)}: measured {peak.MeasuredBytes / 1048576.0:0} MiB, estimated {peak.EstimatedBytes / 1048576.0:0} MiB (ratio {peak.EstimateRatio:0.00})");

    private static string Line(LadderPoint point) => Text(
        $"to loss {point.Loss:0.###e0}, {point.Evaluations} evaluations, {point.SingleSeconds:0.0} s at one scale, {Seconds(point.LadderSeconds)} with the ladder{Factor(point.SpeedUp)}");

    private static string Seconds(double? seconds) => seconds is { } known ? Text($"{known:0.0} s") : "no number of evaluations";

    private static string Factor(double? factor) => factor is { } known ? Text($" ({known:0.0} times as fast)") : string.Empty;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Estimates;

/// <summary>How fast a trial was that ran.</summary>
/// <param name="Network">The network.</param>
/// <param name="Optimizer">The class of its optimizer.</param>
/// <param name="Device">What it ran on, e.g. <c>cpu</c> or <c>cuda:0</c>.</param>
/// <param name="Work">Multiply-adds of one evaluation: what size and layers come to.</param>
/// <param name="SecondsPerEvaluation">Mean seconds of its evaluations.</param>
/// <param name="OtherSeconds">Seconds beside its evaluations: reading images, drawing, writing.</param>
public sealed record RecordedSpeed(
    NetworkName Network, OptimizerKind Optimizer, string Device, double Work, double SecondsPerEvaluation, double OtherSeconds)
{
    /// <summary>What a record says.</summary>
    /// <returns>Null for a record that tells nothing of one size: of a failure, a batch, a ladder of sizes, a trial that became smaller.</returns>
    public static RecordedSpeed? Of(TrialRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var parameters = record.Parameters;
        if (record is not { State: TrialState.Completed, Batch: 1, Width: > 0, Height: > 0, Environment: { } environment, Evaluations: [.., var last] }
            || parameters.AllScales.Count != 1 || last.Seconds <= 0
            || record.Events.Any(happened => happened.Kind is TrialEventKind.SizedDown or TrialEventKind.OptimizerChanged))
            return null;
        var (width, height) = TrialExtent.Of(parameters, record.Width, record.Height);
        return new RecordedSpeed(
            parameters.Network,
            parameters.Optimizer,
            environment.Device,
            TrialCosts.PerEvaluation(parameters, width, height),
            last.Seconds / record.Evaluations.Count,
            Math.Max(0, record.Seconds - last.Seconds));
    }
}

using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Schedules;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// The factors of a trial's schedules by evaluation, 1 where it has none. Evaluations are numbered over all scales as planned: where
/// a scale stops early, the later ones begin that much earlier in the schedule.
/// </summary>
internal sealed class TrialSchedule(TrialParameters parameters)
{
    private readonly int _planned = parameters.TotalEvaluations;

    /// <summary>What the losses are multiplied by; 1 for a loss that isn't computed, whatever its schedule.</summary>
    /// <param name="evaluation">Number, from 1.</param>
    public LossFactors LossesAt(int evaluation) => new(
        At(parameters.ContentSchedule, parameters.ActiveContentLayers.Count > 0, evaluation),
        At(parameters.StyleSchedule, parameters.ActiveStyleLayers.Count > 0, evaluation),
        At(parameters.TvSchedule, parameters.TvWeight != 0, evaluation));

    /// <summary>What the learning rate is multiplied by.</summary>
    /// <param name="evaluation">Number, from 1.</param>
    public double LearningRateAt(int evaluation) => At(parameters.LearningRateSchedule, true, evaluation);

    private double At(Schedule schedule, bool isUsed, int evaluation) => isUsed ? schedule.FactorAt(evaluation, _planned) : 1;
}

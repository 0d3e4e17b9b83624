using NeuralStyle.Plan.Records;

namespace NeuralStyle.Engine.Stylization.Checkpoints;

/// <summary>What a trial's course has come to.</summary>
/// <param name="Evaluations">Every evaluation, in order; those that trouble began with too.</param>
/// <param name="Events">Every event, in order.</param>
/// <param name="ScaleBegan">Evaluations before the present scale.</param>
/// <param name="Seconds">Seconds worked.</param>
internal sealed record CourseState(
    IReadOnlyList<EvaluationRecord> Evaluations, IReadOnlyList<TrialEvent> Events, int ScaleBegan, double Seconds);

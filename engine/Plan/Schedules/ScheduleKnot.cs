namespace NeuralStyle.Plan.Schedules;

/// <summary>One point of a schedule.</summary>
/// <param name="At">Evaluation, from 1; or percent of the trial's evaluations, 0 to 100.</param>
/// <param name="IsPercent">Which of the two.</param>
/// <param name="Factor">What the scheduled quantity is multiplied by there; 0 or more.</param>
public readonly record struct ScheduleKnot(double At, bool IsPercent, double Factor);

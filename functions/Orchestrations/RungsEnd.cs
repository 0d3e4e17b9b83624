using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>How the rungs of a sweep ended.</summary>
/// <param name="Ending">Why no further trial is begun.</param>
/// <param name="Outcomes">How every trial ended, in planned order; none when a newer manifest took the sweep's place.</param>
/// <param name="Course">Where to go on, where the history is full.</param>
internal sealed record RungsEnd(WindowEnding Ending, IReadOnlyList<TrialOutcome> Outcomes, SweepCourse? Course = null);

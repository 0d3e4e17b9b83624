namespace NeuralStyle.Plan.Schedules;

/// <summary>How a schedule goes from one knot to the next.</summary>
public enum ScheduleShape
{
    /// <summary>It stays at the knot's factor until the next knot.</summary>
    Step,

    /// <summary>In a straight line.</summary>
    Linear,

    /// <summary>In a straight line of the factor's logarithm; all factors must be above 0.</summary>
    Log,
}

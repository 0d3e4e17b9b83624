using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Schedules;

/// <summary>
/// A factor that changes piecewise over the evaluations of a trial: what a weight or the learning rate is multiplied by. Before the
/// first knot it is the first knot's, after the last the last's. Immutable, with value equality.
/// </summary>
[JsonConverter(typeof(ScheduleJsonConverter))]
public sealed class Schedule : IEquatable<Schedule>
{
    private readonly ScheduleKnot[] _knots;

    internal Schedule(ScheduleShape shape, IEnumerable<ScheduleKnot> knots)
    {
        Shape = shape;
        _knots = [.. knots];
    }

    /// <summary>1 throughout.</summary>
    public static Schedule Constant { get; } = new(ScheduleShape.Linear, []);

    /// <summary>How it goes from one knot to the next.</summary>
    public ScheduleShape Shape { get; }

    /// <summary>The knots, in order; none in a constant schedule.</summary>
    public IReadOnlyList<ScheduleKnot> Knots => _knots;

    /// <summary>Whether it is 1 throughout.</summary>
    public bool IsConstant => _knots.Length == 0;

    /// <summary>The factor of an evaluation.</summary>
    /// <param name="evaluation">Evaluation, from 1.</param>
    /// <param name="evaluations">Evaluations of the trial, all scales together.</param>
    public double FactorAt(int evaluation, int evaluations)
    {
        if (_knots.Length == 0)
            return 1;

        var next = Array.FindIndex(_knots, knot => PlaceOf(knot, evaluations) > evaluation);
        if (next < 0)
            return _knots[^1].Factor;
        if (next == 0)
            return _knots[0].Factor;

        var (from, to) = (_knots[next - 1], _knots[next]);
        var (start, end) = (PlaceOf(from, evaluations), PlaceOf(to, evaluations));
        var part = (evaluation - start) / (end - start);
        return Shape switch
        {
            ScheduleShape.Step => from.Factor,
            ScheduleShape.Linear => from.Factor + ((to.Factor - from.Factor) * part),
            ScheduleShape.Log => from.Factor * Math.Pow(to.Factor / from.Factor, part),
            _ => throw new InvalidOperationException($"Shape {Shape} has no computation."),
        };
    }

    /// <inheritdoc/>
    public bool Equals(Schedule? other) => other is not null && Shape == other.Shape && _knots.AsSpan().SequenceEqual(other._knots);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Schedule);

    /// <inheritdoc/>
    public override int GetHashCode() => _knots.Aggregate((int)Shape, HashCode.Combine);

    /// <summary>The canonical text.</summary>
    public override string ToString() => ScheduleText.Format(this);

    // Evaluation 1 is 0 %, the last one 100 %.
    private static double PlaceOf(ScheduleKnot knot, int evaluations) =>
        knot.IsPercent ? 1 + (knot.At / 100 * (evaluations - 1)) : knot.At;
}

using FsCheck.Fluent;
using NeuralStyle.Plan.Schedules;
using NeuralStyle.Plan.Tests.Parameters;

namespace NeuralStyle.Plan.Tests.Schedules;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("constant", 1, 1)]
    [InlineData("step 1:1, 81:0.1", 80, 1)]
    [InlineData("step 1:1, 81:0.1", 81, 0.1)]
    [InlineData("step 1:1, 81:0.1", 101, 0.1)]
    [InlineData("11:2, 21:4", 1, 2)]
    [InlineData("11:2, 21:4", 16, 3)]
    [InlineData("11:2, 21:4", 101, 4)]
    [InlineData("log 1:1, 101:0.01", 51, 0.1)]
    [InlineData("0%:0, 50%:1", 1, 0)]
    [InlineData("0%:0, 50%:1", 26, 0.5)]
    [InlineData("0%:0, 50%:1", 51, 1)]
    [InlineData("0%:0, 100%:1", 101, 1)]
    public void FactorAt_Evaluation_IsThatOfItsPiece(string text, int evaluation, double factor) =>
        Assert.Equal(factor, ScheduleText.Parse(text, [])!.FactorAt(evaluation, 101), 1e-12);

    /// <summary>Between two knots a schedule goes from the one's factor to the other's and nowhere else, and never back.</summary>
    [Fact]
    public void FactorAt_AnySchedule_IsMonotoneWhereItsPiecesAreAndStaysWithinTheirFactors() => Prop.ForAll(
        TextGrammarTests.Schedules.ToArbitrary(), Gen.Choose(1, 150).ToArbitrary(), (schedule, evaluations) =>
        {
            var (least, most) = (schedule.Knots.Min(knot => knot.Factor), schedule.Knots.Max(knot => knot.Factor));
            // Rounding of logarithms may pass an end by some units in the last place.
            if (!Enumerable.Range(1, evaluations).All(evaluation => IsWithin(schedule.FactorAt(evaluation, evaluations), least, most)))
                return false;

            foreach (var (from, to) in schedule.Knots.Zip(schedule.Knots.Skip(1)))
            {
                var (start, end) = (PlaceOf(from, evaluations), PlaceOf(to, evaluations));
                var piece = Enumerable.Range(1, evaluations).Where(evaluation => evaluation >= start && evaluation <= end)
                    .Select(evaluation => schedule.FactorAt(evaluation, evaluations)).ToList();
                var rises = to.Factor >= from.Factor;
                if (!piece.Zip(piece.Skip(1)).All(pair => rises ? pair.Second >= pair.First * (1 - 1e-12) : pair.Second <= pair.First * (1 + 1e-12)))
                    return false;
            }

            return true;
        }).Holds();

    private static bool IsWithin(double factor, double least, double most) => factor >= least * (1 - 1e-12) && factor <= most * (1 + 1e-12);

    private static double PlaceOf(ScheduleKnot knot, int evaluations) => knot.IsPercent ? 1 + (knot.At / 100 * (evaluations - 1)) : knot.At;
}

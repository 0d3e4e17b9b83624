using NeuralStyle.Engine.Measures;
using NeuralStyle.Engine.Tests.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Schedules;

namespace NeuralStyle.Engine.Tests.Measures;

public sealed class ConvergenceTests
{
    // Half, and half of the rest, and so on: 31/32 = 96.9 % after five halvings of what is above 0.
    [Theory]
    [InlineData(new double[] { 64, 32, 16, 8, 4, 2, 1, 0 }, 6)]
    [InlineData(new double[] { 100, 5, 0 }, 2)]
    [InlineData(new double[] { 100, 5.1, 0 }, 3)]
    [InlineData(new double[] { 10, 9 }, 2)]
    // It overshoots, and ends higher than it had been.
    [InlineData(new double[] { 10, 500, 2, 1, 3 }, 4)]
    [InlineData(new double[] { 10, double.NaN, 0 }, 3)]
    public void EvaluationsTo95_FallingTotals_IsTheFirstBelow(double[] totals, int expected) => Assert.Equal(expected, Of(totals));

    [Theory]
    [InlineData(new double[] { 10, 10, 11 })]
    [InlineData(new double[] { 10 })]
    [InlineData(new double[] { })]
    [InlineData(new double[] { double.NaN, 3, 1 })]
    public void EvaluationsTo95_NothingFell_IsAbsent(double[] totals) => Assert.Null(Of(totals));

    [Fact]
    public void EvaluationsTo95_SeveralScales_CountsFromTheLast()
    {
        var events = new[] { 3, 5 }.Select(done => new TrialEvent(done, TrialEventKind.ScaleBegan, "larger")).ToList();

        Assert.Equal(2, Of([9, 5, 0, 8, 1, 100, 4, 0], TestTrials.Parameters, events));
    }

    [Fact]
    public void EvaluationsTo95_ScheduleOfAWeight_IsAbsentWhereItChangesWithinTheScale()
    {
        double[] totals = [9, 5, 0];
        var step = TestTrials.Parameters with { Iterations = 3, StyleSchedule = Parse("step 1:1, 3:0.1") };
        var before = step with { Iterations = 3, Scales = Ladder("32:3"), StyleSchedule = Parse("step 1:1, 4:0.1") };

        Assert.Null(Of(totals, step));
        Assert.Null(Of(totals, step with { StyleSchedule = Schedule.Constant, ContentSchedule = Parse("0%:0, 100%:1") }));
        Assert.Equal(3, Of(totals, step with { StyleSchedule = Schedule.Constant, LearningRateSchedule = Parse("step 1:1, 3:0.1") }));
        // It changed before the last scale began.
        Assert.Equal(2, Of([9, 5, 0, 8, 0.1, 0], before, [new TrialEvent(3, TrialEventKind.ScaleBegan, "larger")]));
    }

    private static int? Of(double[] totals, TrialParameters? parameters = null, IReadOnlyList<TrialEvent>? events = null) => Convergence.EvaluationsTo95(
        parameters ?? TestTrials.Parameters,
        [.. totals.Select((total, index) => new EvaluationRecord(index + 1, total, total, 0, 0, index))],
        events ?? []);

    private static Schedule Parse(string text) => (Schedule)ParameterCatalog.StyleSchedule.Parse(text, [])!;

    private static ScaleLadder Ladder(string text) => (ScaleLadder)ParameterCatalog.Scales.Parse(text, [])!;
}

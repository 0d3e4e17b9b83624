using NeuralStyle.Plan.Effects;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Tests.Effects;

public sealed class SweepEffectsTests
{
    // Style weight 1: content 1, noise 2. Style weight 10: content 4, noise 9. All sums below were worked out by hand.
    private static readonly double[,] Worked = { { 1, 2 }, { 4, 9 } };

    [Fact]
    public void Of_TwoByTwo_HasTheMainEffectsWorkedOutByHand()
    {
        var effects = MeasuredSweep.Effects(MeasuredSweep.TwoByTwo, at => Worked[at[0], at[1]]).StyleDistance();

        Assert.Equal(new MeanValue(4, 4, Math.Sqrt(38.0 / 3)), effects.All);
        Assert.True(effects.IsComplete);
        var weight = effects.Axes[0];
        Assert.Equal(("styleWeight", "1", 2, 5.0), (weight.Axis, weight.Reference, weight.Pairs, weight.Range));
        Assert.Equal(AxisSpacing.Log, weight.Spacing);
        Assert.Equal([1.5, 6.5], weight.Values.Select(value => value.All.Mean));
        Assert.Equal([-2.5, 2.5], weight.Values.Select(value => value.FromGrandMean));
        Assert.Equal([1, 10], weight.Values.Select(value => value.Number));
        Assert.Null(weight.Values[0].Difference);
        // Pairs 4 - 1 and 9 - 2: mean 5, deviation sqrt((4 + 4) / 1), standard error 2.
        Assert.Equal(new MeanValue(2, 5, Math.Sqrt(8)), weight.Values[1].Difference);
        Assert.Equal(2, weight.Values[1].Difference!.Error!.Value, 12);
        var init = effects.Axes[1];
        Assert.Equal((AxisSpacing.Categorical, 3.0), (init.Spacing, init.Range));
        Assert.Null(init.Values[1].Number);
        Assert.Equal(new MeanValue(2, 3, Math.Sqrt(8)), init.Values[1].Difference);
    }

    [Fact]
    public void Of_TwoByTwo_DividesTheVarianceAsWorkedOutByHand()
    {
        var effects = MeasuredSweep.Effects(MeasuredSweep.TwoByTwo, at => Worked[at[0], at[1]]).StyleDistance();

        // Squares about the mean 4: 9 + 4 + 0 + 25 = 38; weight 4 x 2.5^2 = 25; init 4 x 1.5^2 = 9; together 4 x 1^2 = 4.
        Assert.Equal(25.0 / 38, effects.Axes[0].Share!.Value, 12);
        Assert.Equal(9.0 / 38, effects.Axes[1].Share!.Value, 12);
        var interaction = Assert.Single(effects.Interactions);
        Assert.Equal(("styleWeight", "init"), (interaction.First, interaction.Second));
        Assert.Equal(4.0 / 38, interaction.Share, 12);
        Assert.Equal(0, effects.Rest!.Value, 12);
    }

    [Fact]
    public void Of_GridWithAHole_ComparesMatchedPairsOnly()
    {
        // Without the 9, plain means say that noise is nearer to the style (2 against 2.5). The only pair says that it is not: 2 - 1.
        var effects = MeasuredSweep.Effects(MeasuredSweep.TwoByTwo, at => at is [1, 1] ? null : Worked[at[0], at[1]]).StyleDistance();

        var init = effects.Axes[1];
        Assert.Equal([2.5, 2], init.Values.Select(value => value.All.Mean));
        Assert.Equal(new MeanValue(1, 1, null), init.Values[1].Difference);
        Assert.Null(init.Values[1].Difference!.Error);
        Assert.Equal((1, 1.0), (init.Pairs, init.Range));
        Assert.False(effects.IsComplete);
        Assert.Contains("3 of 4 combinations have it.", effects.Notes);
    }

    [Fact]
    public void Of_GridWithAHole_GivesAnAxisWhatItAddsToTheOthers()
    {
        var effects = MeasuredSweep.Effects(MeasuredSweep.TwoByTwo, at => at is [1, 1] ? null : Worked[at[0], at[1]]).StyleDistance();

        // 1, 2, 4: squares about 7/3 are 14/3. An additive fit is exact. Without the weight 1 and 4 remain about 2.5: 4.5.
        // Without the init 1 and 2 remain about 1.5: 0.5.
        Assert.Equal(4.5 / (14.0 / 3), effects.Axes[0].Share!.Value, 12);
        Assert.Equal(0.5 / (14.0 / 3), effects.Axes[1].Share!.Value, 12);
        Assert.Empty(effects.Interactions);
        Assert.Null(effects.Rest);
        Assert.Contains(effects.Notes, note => note.StartsWith("The grid has holes", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_FirstValueFailed_ComparesWithTheFirstThatHasTheMeasure()
    {
        var effects = MeasuredSweep.Effects("axes:\n  styleWeight: [1, 2, 3]\n", at => at[0] == 0 ? null : at[0] * 10).StyleDistance();

        var axis = Assert.Single(effects.Axes);
        Assert.Equal("2", axis.Reference);
        Assert.Equal(0, axis.Values[0].All.Count);
        Assert.Null(axis.Values[0].FromGrandMean);
        Assert.Equal(10, axis.Values[2].Difference!.Mean);
    }

    [Fact]
    public void Of_ValueThatLowersTheMeasure_RangeSpansBothSidesOfTheReference()
    {
        double[] distances = [5, 2, 9];

        var axis = MeasuredSweep.Effects("axes:\n  styleWeight: [1, 2, 3]\n", at => distances[at[0]]).StyleDistance().Axes.Single();

        Assert.Equal(7, axis.Range);
        Assert.Equal([-3, 4], axis.Values.Skip(1).Select(value => value.Difference!.Mean));
    }

    [Fact]
    public void Of_SingleAxis_GivesNoShareAndSaysWhy()
    {
        var effects = MeasuredSweep.Effects("axes:\n  styleWeight: [1, 2, 3]\n", at => at[0]).StyleDistance();

        Assert.Null(effects.Axes[0].Share);
        Assert.Contains(effects.Notes, note => note.StartsWith("Only one axis varies", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_MeasureThatDoesNotVary_GivesNoShareAndSaysWhy()
    {
        var effects = MeasuredSweep.Effects(MeasuredSweep.TwoByTwo, _ => 0.1).StyleDistance();

        Assert.All(effects.Axes, axis => Assert.Null(axis.Share));
        Assert.Equal(0, effects.Axes[0].Range!.Value, 12);
        Assert.Contains("It is the same in all cells.", effects.Notes);
    }

    [Fact]
    public void Of_CellsOfOneTrial_AreNoPairAndCountOnce()
    {
        var plan = MeasuredSweep.Plan(MeasuredSweep.TwoByTwo);
        // As where a parameter has no part: with content, both weights are one trial.
        var shared = plan with { Cells = [.. plan.Cells.Select(cell => cell.Coordinates is [1, 0] ? cell with { TrialId = plan.Cells[0].TrialId } : cell)] };

        var effects = MeasuredSweep.Effects(shared, at => Worked[at[0], at[1]]).StyleDistance();

        Assert.Equal(3, effects.All.Count);
        Assert.Equal(4, effects.All.Mean);
        // Only 9 - 2.
        Assert.Equal(new MeanValue(1, 7, null), effects.Axes[0].Values[1].Difference);
        // 2 - 1 and 9 - 1.
        Assert.Equal(2, effects.Axes[1].Values[1].Difference!.Count);
        Assert.Contains(effects.Notes, note => note.StartsWith("4 cells are 3 trials", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_TwoTrialsThatMeetInSeveralCells_AreOnePair()
    {
        var plan = MeasuredSweep.Plan(MeasuredSweep.TwoByTwo);
        // The init has no part: two trials in four cells.
        var shared = plan with { Cells = [.. plan.Cells.Select(cell => cell with { TrialId = plan.Cells.First(other => other.Coordinates[0] == cell.Coordinates[0]).TrialId })] };

        var effects = MeasuredSweep.Effects(shared, at => Worked[at[0], at[1]]).StyleDistance();

        Assert.Equal(new MeanValue(1, 3, null), effects.Axes[0].Values[1].Difference);
        Assert.Equal(0, effects.Axes[1].Pairs);
        Assert.Null(effects.Axes[1].Range);
    }

    [Fact]
    public void Of_Measures_AreThoseThatSomeTrialHas()
    {
        var effects = MeasuredSweep.Effects(MeasuredSweep.TwoByTwo, _ => 1);

        Assert.Equal(
            [EffectMeasure.StyleDistance, EffectMeasure.Sharpness, EffectMeasure.Seconds, EffectMeasure.EvaluationsTo95],
            effects.Measures.Select(measure => measure.Measure));
        Assert.Equal(MeasuredSweep.Yardstick, effects.Yardstick);
        Assert.Contains("proxies", effects.Caution, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SkippedCombinations_AreToldApartFromThoseThatFailed()
    {
        var plan = MeasuredSweep.Plan("axes:\n  styleWeight: [1, 10, 100]\n  init: [content, noise]\nskip: [{init: noise, styleWeight: 100}]\n");

        var effects = MeasuredSweep.Effects(plan, at => at is [0, 0] ? null : 1 + at[0]);

        Assert.Equal((6, 5, 5, 4), (effects.Combinations, effects.Cells, effects.Trials, effects.Completed));
        Assert.Contains("4 of 6 combinations have it; the manifest's rules skipped 1.", effects.StyleDistance().Notes);
    }

    [Fact]
    public void Of_EqualValuesInDecimals_HaveNoDust()
    {
        // 0.1 + 0.2 - 0.3 is not 0 in binary.
        double[] distances = [0.1, 0.3, 0.7];
        var effects = MeasuredSweep.Effects("axes:\n  styleWeight: [1, 10, 100]\n  init: [content, noise]\n", at => distances[at[0]] + (at[1] * 0.2)).StyleDistance();

        Assert.Equal([0.2, 0.6], effects.Axes[0].Values.Skip(1).Select(value => value.Difference!.Mean));
        Assert.All(effects.Axes[0].Values.Skip(1), value => Assert.Equal(0, value.Difference!.Error));
        Assert.Equal(0.2, effects.Axes[1].Range);
    }

    [Fact]
    public void Of_RecordsOfBefore_HasSecondsOnly()
    {
        var plan = MeasuredSweep.Plan(MeasuredSweep.TwoByTwo);
        var records = MeasuredSweep.Records(plan, _ => 1).Select(record => record with { Measures = null });

        var effects = SweepEffects.Of(plan, records);

        Assert.Equal(EffectMeasure.Seconds, Assert.Single(effects.Measures).Measure);
        Assert.Null(effects.Yardstick);
    }

    [Fact]
    public void Of_NoRecords_HasNoMeasuresAndCountsWhatIsPlanned()
    {
        var effects = SweepEffects.Of(MeasuredSweep.Plan(MeasuredSweep.TwoByTwo), []);

        Assert.Empty(effects.Measures);
        Assert.Equal((4, 4, 4, 0), (effects.Combinations, effects.Cells, effects.Trials, effects.Completed));
    }

    [Fact]
    public void Of_RecordsOfOtherTrialsAndTwice_AreLeftOut()
    {
        var plan = MeasuredSweep.Plan(MeasuredSweep.TwoByTwo);
        var records = MeasuredSweep.Records(plan, _ => 1);

        var effects = SweepEffects.Of(plan, [.. records, records[0], records[0] with { TrialId = new string('0', 16) }]);

        Assert.Equal(4, effects.Completed);
        Assert.Equal(4, effects.StyleDistance().All.Count);
    }

    [Fact]
    public void Of_MeasureThatIsNotFinite_IsNone()
    {
        var effects = MeasuredSweep.Effects(MeasuredSweep.TwoByTwo, at => at is [0, 0] ? double.NaN : 1);

        Assert.Equal(3, effects.StyleDistance().All.Count);
    }

    [Fact]
    public void Of_DifferentYardsticks_GivesNoEffectsOnDistances()
    {
        var plan = MeasuredSweep.Plan(MeasuredSweep.TwoByTwo);
        var records = MeasuredSweep.Records(plan, at => Worked[at[0], at[1]]);
        records[0] = records[0] with { Measures = records[0].Measures! with { Yardstick = "vgg19/1" } };

        var effects = SweepEffects.Of(plan, records);

        Assert.Empty(effects.StyleDistance().Axes);
        Assert.Contains("vgg19/1", effects.StyleDistance().Notes.Single(), StringComparison.Ordinal);
        Assert.Equal(2, effects.Of(EffectMeasure.Sharpness).Axes.Count);
    }

    [Fact]
    public void Of_SecondsOfDifferentMachines_SaysSo()
    {
        var plan = MeasuredSweep.Plan(MeasuredSweep.TwoByTwo);
        var records = MeasuredSweep.Records(plan, _ => 1).Select((record, index) => record with { Environment = Machine(index == 0 ? "cuda:0" : "cpu"), Batch = index == 1 ? 2 : 1 });

        var effects = SweepEffects.Of(plan, records);

        Assert.Contains(effects.Of(EffectMeasure.Seconds).Notes, note => note.Contains("cpu, 2 threads, test, cuda:0, 2 threads, test", StringComparison.Ordinal));
        Assert.Contains(effects.Of(EffectMeasure.Seconds).Notes, note => note.Contains("batch", StringComparison.Ordinal));
        Assert.DoesNotContain(effects.StyleDistance().Notes, note => note.Contains("machines", StringComparison.Ordinal));
    }

    private static EnvironmentRecord Machine(string device) => new()
    {
        Product = "test",
        NumericVersion = 1,
        Tensors = "test",
        Images = "test",
        Device = device,
        Threads = 2,
        Platform = "test",
    };
}

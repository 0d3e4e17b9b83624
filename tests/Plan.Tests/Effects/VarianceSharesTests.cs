using FsCheck;
using FsCheck.Fluent;
using NeuralStyle.Plan.Effects;
using NeuralStyle.Plan.Effects.Statistics;

namespace NeuralStyle.Plan.Tests.Effects;

public sealed class VarianceSharesTests
{
    private const int Axes = 3;
    private static readonly int[] Sizes = [2, 3, 4];

    /// <summary>Values of a grid of 2 x 3 x 4.</summary>
    private static Arbitrary<double[]> Grids => Gen.Choose(-1000, 1000).Select(value => value / 8.0).ArrayOf(24).ToArbitrary();

    [Fact]
    public void Of_CompleteGrid_FitAndClosedFormAgree() => Prop.ForAll(Grids, numbers =>
    {
        var values = Values(numbers);
        var (complete, fitted) = (CompleteShares.Of(values, Axes, [0, 1, 2], Total(values)), FittedShares.Of(values, Axes, [0, 1, 2], Total(values)));
        return complete.Axes.Zip(fitted.Axes).All(pair => Math.Abs(pair.First!.Value - pair.Second!.Value) < 1e-9)
            && complete.Interactions.All(one => fitted.Interactions.Any(other =>
                (other.First, other.Second) == (one.First, one.Second) && Math.Abs(other.Share - one.Share) < 1e-9));
    }).Holds();

    [Fact]
    public void Of_CompleteGrid_AddsUpToOne() => Prop.ForAll(Grids, numbers =>
    {
        var shares = VarianceShares.Of(Values(numbers), Axes);
        return shares.Rest is not { } rest
            || Math.Abs(shares.Axes.Sum(share => share!.Value) + shares.Interactions.Sum(one => one.Share) + rest - 1) < 1e-9;
    }).Holds();

    [Fact]
    public void Of_ScaledShiftedAndReordered_StaysTheSame() => Prop.ForAll(Grids, numbers =>
    {
        // The first axis turned round, everything times -3 plus 7, and a hole in both.
        var values = Values(numbers).Skip(1).ToList();
        var turned = values.Select(value => value with { Coordinates = [1 - value.Coordinates[0], .. value.Coordinates.Skip(1)], Value = 7 - (3 * value.Value) }).Reverse().ToList();
        var (one, other) = (VarianceShares.Of(values, Axes), VarianceShares.Of(turned, Axes));
        return one.Axes.Zip(other.Axes).All(pair => Math.Abs((pair.First ?? 0) - (pair.Second ?? 0)) < 1e-9)
            && one.Interactions.Count == other.Interactions.Count;
    }).Holds();

    [Fact]
    public void Of_AdditiveGridWithHoles_HasNoInteractions()
    {
        // 10 x the first + 2 x the second + the third, with five holes.
        var values = Grid().Where((_, index) => index % 5 != 2)
            .Select(at => new GridValue(at, string.Join(',', at), (10 * at[0]) + (2 * at[1]) + at[2])).ToList();

        var shares = VarianceShares.Of(values, Axes);

        Assert.Equal(3, shares.Interactions.Count);
        Assert.All(shares.Interactions, one => Assert.Equal(0, one.Share, 12));
        Assert.All(shares.Axes, share => Assert.InRange(share!.Value, 0.001, 1));
        Assert.Null(shares.Rest);
    }

    [Fact]
    public void Of_InteractionOfTwoAxes_IsTheLargestAndTheirs()
    {
        var values = Grid().Select(at => new GridValue(at, string.Join(',', at), at[2] + (at[0] == 1 && at[1] == 2 ? 40 : 0))).ToList();

        var shares = VarianceShares.Of(values, Axes);

        Assert.Equal((0, 1), (shares.Interactions[0].First, shares.Interactions[0].Second));
        Assert.All(shares.Interactions.Skip(1), one => Assert.Equal(0, one.Share, 12));
        Assert.Equal(0, shares.Rest!.Value, 12);
    }

    [Fact]
    public void Of_AxesThatAlwaysChangeTogether_BelongToNeither()
    {
        GridValue[] diagonal = [new([0, 0], "a", 1), new([1, 1], "b", 5), new([2, 2], "c", 6)];

        var shares = VarianceShares.Of(diagonal, 2);

        Assert.All(shares.Axes, share => Assert.Equal(0, share!.Value, 12));
        Assert.Empty(shares.Interactions);
    }

    [Fact]
    public void Of_LargeGridWithAHole_IsFittedInAMoment()
    {
        // 10 x 10 x 20 without its first cell: the second axis, and the first and the third together.
        var values = Enumerable.Range(1, 1999).Select(cell => (int[])[cell / 200, cell / 20 % 10, cell % 20])
            .Select(at => new GridValue(at, string.Join(',', at), at[1] + (at[0] == 4 && at[2] == 7 ? 5 : 0))).ToList();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var shares = VarianceShares.Of(values, Axes);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
        Assert.Equal((0, 2), (shares.Interactions[0].First, shares.Interactions[0].Second));
        Assert.All(shares.Interactions.Skip(1), one => Assert.InRange(one.Share, 0, 1e-4));
        Assert.InRange(shares.Axes[1]!.Value, 0.9, 1);
    }

    [Fact]
    public void Of_TwoAxesWithAHole_InteractionIsAllThatIsNotAdditive()
    {
        GridValue[] values = [new([0, 0], "a", 1), new([0, 1], "b", 2), new([0, 2], "c", 4), new([1, 0], "d", 2), new([1, 1], "e", 5)];

        var shares = VarianceShares.Of(values, 2);

        // The c is fitted exactly. Of 1, 2, 2, 5 the additive fit leaves (1 - 2 - 2 + 5)^2 / 4 = 1; squares about the mean 2.8 are 10.8.
        Assert.Equal(1 / 10.8, Assert.Single(shares.Interactions).Share, 12);
    }

    [Fact]
    public void Of_TooManyValuesForAFit_IsLeftOutAndSaid()
    {
        var values = Enumerable.Range(0, 2000).Select(cell => new GridValue([cell, cell * 7 % 2000], $"{cell}", cell % 7)).ToList();

        var shares = VarianceShares.Of(values, 2);

        Assert.All(shares.Axes, share => Assert.Null(share));
        Assert.Contains("The grid has holes and too many values for a fit: shares are left out.", shares.Notes);
    }

    private static List<int[]> Grid() =>
        [.. from one in Enumerable.Range(0, Sizes[0]) from two in Enumerable.Range(0, Sizes[1]) from three in Enumerable.Range(0, Sizes[2]) select new[] { one, two, three }];

    private static List<GridValue> Values(double[] numbers) =>
        [.. Grid().Select((at, index) => new GridValue(at, $"{index}", numbers[index]))];

    private static double Total(List<GridValue> values)
    {
        var mean = values.Average(value => value.Value);
        return Math.Max(values.Sum(value => (value.Value - mean) * (value.Value - mean)), 1e-30);
    }
}

using FsCheck.Fluent;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Trials;

public sealed class SnapshotPolicyTests
{
    /// <summary>As dlai-team5's notebooks save: the first ten, then each tenth, the last among them.</summary>
    [Fact]
    public void Keeps_FirstTenAndEveryTenthOfAHundred_AreNineteen() => Assert.Equal(
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
        Kept(new SnapshotPolicy { First = 10, Every = 10 }, 100));

    [Theory]
    [InlineData(1, 100, new[] { 100 })]
    [InlineData(2, 100, new[] { 1, 100 })]
    [InlineData(3, 100, new[] { 1, 10, 100 })]
    [InlineData(5, 100, new[] { 1, 3, 10, 32, 100 })]
    [InlineData(12, 20, new[] { 1, 2, 3, 4, 5, 7, 9, 12, 15, 20 })]
    [InlineData(4, 1, new[] { 1 })]
    public void Keeps_Log_IsEvenlySpacedByRatio(int count, int iterations, int[] expected) =>
        Assert.Equal(expected, Kept(new SnapshotPolicy { Log = count }, iterations));

    [Fact]
    public void Keeps_AnyLog_IsWhatItsFormulaLists() => Prop.ForAll(
        Gen.Choose(2, 60).ToArbitrary(), Gen.Choose(1, 400).ToArbitrary(), (count, iterations) =>
            Kept(new SnapshotPolicy { Log = count }, iterations).SequenceEqual(
                Enumerable.Range(0, count).Select(k => (int)Math.Round(Math.Pow(iterations, k / (count - 1.0)))).Distinct())).Holds();

    [Fact]
    public void Keeps_Numbers_AreThoseWithinTheTrial() =>
        Assert.Equal([3, 33], Kept(new SnapshotPolicy { At = EvaluationList.Of([100, 33, 3]) }, 50));

    private static IEnumerable<int> Kept(SnapshotPolicy policy, int iterations) =>
        Enumerable.Range(1, iterations).Where(evaluation => policy.Keeps(evaluation, iterations));
}

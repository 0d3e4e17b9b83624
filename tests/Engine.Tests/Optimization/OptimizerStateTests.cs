using NeuralStyle.Engine.Optimization;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

/// <summary>A run that goes on from a saved state, by way of its bytes, is the run that was not interrupted.</summary>
public sealed class OptimizerStateTests
{
    // Large enough for libtorch to share the work among threads.
    private static readonly long[] Shape = [1, 3, 96, 128];

    private static readonly LbfgsOptions Small = new() { HistorySize = 4 };

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (var optimizer in new[] { "adam", "fixed", "strong-wolfe" })
        {
            // Steps before the state is saved: none, before there is a pair, a history half full, full, used over again.
            foreach (var steps in new[] { 0, 1, 2, 3, 5, 6, 11, 23 })
                cases.Add(optimizer, steps);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Restore_AtAnyStep_GoesOnBitForBit(string name, int stepsBefore)
    {
        using var scope = NewDisposeScope();
        using var original = Create(name);
        var (objective, image, budget) = (new ChainObjective(), TestImages.Random(1, Shape), new EvaluationBudget(10_000));
        for (var i = 0; i < stepsBefore; i++)
            original.Step(objective, image, budget);

        using var stream = new MemoryStream();
        OptimizerStateFormat.Write(stream, original.Save());
        stream.Position = 0;
        using var restored = Create(name);
        var (copy, copyObjective) = (image.clone(), new ChainObjective());
        restored.Restore(OptimizerStateFormat.Read(stream), copy);
        var evaluationsBefore = objective.Evaluations;

        for (var i = 0; i < 12; i++)
        {
            original.Step(objective, image, budget);
            restored.Step(copyObjective, copy, budget);
            Assert.True(
                TestImages.Values(image).AsSpan().SequenceEqual(TestImages.Values(copy)), $"{name} differs at step {stepsBefore + i + 1}");
        }

        Assert.Equal(objective.Evaluations - evaluationsBefore, copyObjective.Evaluations);
        Assert.Equal(Bytes(original.Save()), Bytes(restored.Save()));
    }

    [Fact]
    public void Save_ThenGoingOn_LeavesTheStateAsItWas()
    {
        using var scope = NewDisposeScope();
        using var optimizer = Create("strong-wolfe");
        var (objective, image, budget) = (new ChainObjective(), TestImages.Random(2, Shape), new EvaluationBudget(1000));
        for (var i = 0; i < 7; i++)
            optimizer.Step(objective, image, budget);

        var state = optimizer.Save();
        var before = Bytes(state);
        for (var i = 0; i < 7; i++)
            optimizer.Step(objective, image, budget);

        Assert.Equal(before, Bytes(state));
        Assert.NotEqual(before, Bytes(optimizer.Save()));
    }

    [Fact]
    public void Restore_OfAnotherOptimizerOrOtherOptions_ThrowsSayingBoth()
    {
        using var adam = new AdamOptimizer(new AdamOptions());
        using var lbfgs = new LbfgsOptimizer(Small);
        using var other = new LbfgsOptimizer(Small with { HistorySize = 9 });
        using var image = TestImages.Of(1, 2);

        var kind = Assert.Throws<ArgumentException>(() => lbfgs.Restore(adam.Save(), image));
        var kindOfAdam = Assert.Throws<ArgumentException>(() => adam.Restore(lbfgs.Save(), image));
        var options = Assert.Throws<ArgumentException>(() => lbfgs.Restore(other.Save(), image));

        Assert.Contains("AdamState", kind.Message, StringComparison.Ordinal);
        Assert.Contains("LbfgsState", kindOfAdam.Message, StringComparison.Ordinal);
        Assert.Contains("HistorySize = 9", options.Message, StringComparison.Ordinal);
        Assert.Contains("HistorySize = 4", options.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("fixed")]
    [InlineData("strong-wolfe")]
    public void Restore_ToAnotherSizeOfImage_Throws(string name)
    {
        using var scope = NewDisposeScope();
        using var optimizer = Create(name);
        optimizer.Step(new ChainObjective(), TestImages.Of(1, 2, 3), new EvaluationBudget(3));

        var exception = Assert.Throws<ArgumentException>(() => optimizer.Restore(optimizer.Save(), TestImages.Of(1, 2)));

        Assert.Contains("3 elements; the image has 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_HistoryWithoutItsProducts_Throws()
    {
        using var scope = NewDisposeScope();
        using var optimizer = new LbfgsOptimizer(Small);
        var (image, budget) = (TestImages.Of(1, 2, 3), new EvaluationBudget(3));
        while (!budget.IsSpent)
            optimizer.Step(new ChainObjective(), image, budget);

        var state = (LbfgsState)optimizer.Save();
        var broken = state with { History = state.History! with { StepsByGradient = [] } };

        Assert.Throws<ArgumentException>(() => optimizer.Restore(broken, image));
    }

    internal static IOptimizer Create(string name) =>
        name switch
        {
            "adam" => new AdamOptimizer(new AdamOptions()),
            "fixed" => new LbfgsOptimizer(Small with { LearningRate = 0.7 }),
            "strong-wolfe" => new LbfgsOptimizer(Small with { LineSearch = LineSearchKind.StrongWolfe }),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such optimizer in these tests."),
        };

    private static byte[] Bytes(OptimizerState state)
    {
        using var stream = new MemoryStream();
        OptimizerStateFormat.Write(stream, state);
        return stream.ToArray();
    }
}

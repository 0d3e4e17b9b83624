using NeuralStyle.Engine.Optimization;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

public sealed class AdamOptimizerTests
{
    [Fact]
    public void Step_ThreeSteps_MatchesValuesWorkedByHand()
    {
        // Gradients 1, 2, -1 with a learning rate of 0.1, from 1:
        // m = 0.1, v = 0.001: 1 - 0.1 * 1 / 1;  m = 0.29, v = 0.004999: - 0.1 * (0.29 / 0.19) / sqrt(0.004999 / 0.001999);
        // m = 0.161, v = 0.005994001: - 0.1 * (0.161 / 0.271) / sqrt(0.005994001 / 0.002997001).
        using var scope = NewDisposeScope();
        var gradients = new Queue<double>([1, 2, -1]);
        var objective = new FunctionObjective(_ => (0, [gradients.Dequeue()]));
        using var optimizer = new AdamOptimizer(new AdamOptions { LearningRate = 0.1 });
        var (image, budget, seen) = (TestImages.Of(1), new EvaluationBudget(3), new List<float>());

        while (!budget.IsSpent)
        {
            Assert.True(optimizer.Step(objective, image, budget));
            seen.Add(TestImages.Values(image)[0]);
        }

        Assert.Equal(0.9, seen[0], 1e-6);
        Assert.Equal(0.80348180, seen[1], 1e-6);
        Assert.Equal(0.76147287, seen[2], 1e-6);
    }

    [Fact]
    public void Step_OtherBetasAndEpsilon_AreUsed()
    {
        // m = 0.5 * 2 = 1, v = 0.75 * 4 = 3, corrected 2 and 4: 10 - 0.5 * 2 / (2 + 1).
        using var scope = NewDisposeScope();
        var options = new AdamOptions { LearningRate = 0.5, Beta1 = 0.5, Beta2 = 0.25, Epsilon = 1 };
        using var optimizer = new AdamOptimizer(options);
        var image = TestImages.Of(10);

        optimizer.Step(new FunctionObjective(_ => (0, [2])), image, new EvaluationBudget(1));

        Assert.Equal(10 - (1.0 / 3), TestImages.Values(image)[0], 1e-6);
    }

    [Fact]
    public void Step_OnRosenbrock_ComesNearItsMinimum()
    {
        using var scope = NewDisposeScope();
        var objective = FunctionObjective.Rosenbrock();
        using var optimizer = new AdamOptimizer(new AdamOptions { LearningRate = 0.02 });
        var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(3000));

        while (!budget.IsSpent)
            optimizer.Step(objective, image, budget);

        Assert.Equal(3000, objective.Losses.Count);
        Assert.True(objective.LossAt(image) < 1e-4, $"loss {objective.LossAt(image)}");
    }

    [Fact]
    public void Step_BudgetSpent_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var optimizer = new AdamOptimizer(new AdamOptions());
        var (objective, image) = (FunctionObjective.Rosenbrock(), TestImages.Of(3, 4));

        Assert.False(optimizer.Step(objective, image, new EvaluationBudget(1, used: 1)));

        Assert.Empty(objective.Losses);
        Assert.Equal([3, 4], TestImages.Values(image));
    }

    [Fact]
    public void Constructor_BadOptions_ThrowsNamingAllOfThem()
    {
        var options = new AdamOptions { LearningRate = -1, Beta1 = 1, Beta2 = double.NaN, Epsilon = 0 };

        var exception = Assert.Throws<ArgumentException>(() => new AdamOptimizer(options));

        Assert.Contains("LearningRate is -1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Beta1 is 1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Beta2 is NaN", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Epsilon is 0", exception.Message, StringComparison.Ordinal);
    }
}

using NeuralStyle.Engine.Optimization;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

/// <summary>What changes between two steps: the objective, and the learning rate.</summary>
public class ObjectiveChangeTests
{
    [Fact]
    public void OnObjectiveChanged_LineSearch_LooksAgainWhereItStands()
    {
        using var scope = NewDisposeScope();
        using var optimizer = new LbfgsOptimizer(new LbfgsOptions { LineSearch = LineSearchKind.StrongWolfe });
        var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(100));
        optimizer.Step(FunctionObjective.Rosenbrock(), image, budget);
        optimizer.Step(FunctionObjective.Rosenbrock(), image, budget);
        var (other, at) = (FunctionObjective.Quadratic([1, 2], [0, 0]), TestImages.Values(image));

        optimizer.OnObjectiveChanged(byFar: false);
        optimizer.Step(other, image, budget);

        Assert.Equal(at, other.Points[0]);
    }

    [Fact]
    public void OnObjectiveChanged_ByFar_StepsAsANewOptimizerDoes()
    {
        using var scope = NewDisposeScope();
        using var used = new LbfgsOptimizer(new LbfgsOptions());
        using var fresh = new LbfgsOptimizer(new LbfgsOptions());
        var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(100));
        for (var i = 0; i < 5; i++)
            used.Step(FunctionObjective.Rosenbrock(), image, budget);
        var (copy, other) = (image.clone(), FunctionObjective.Quadratic([1, 2], [0, 0]));

        used.OnObjectiveChanged(byFar: true);
        for (var i = 0; i < 4; i++)
        {
            used.Step(other, image, budget);
            fresh.Step(other, copy, budget);
            Assert.Equal(TestImages.Values(copy), TestImages.Values(image));
        }
    }

    [Fact]
    public void OnObjectiveChanged_ByLittle_KeepsThePairs()
    {
        using var scope = NewDisposeScope();
        using var optimizer = new LbfgsOptimizer(new LbfgsOptions());
        var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(100));
        for (var i = 0; i < 5; i++)
            optimizer.Step(FunctionObjective.Rosenbrock(), image, budget);
        var before = ((LbfgsState)optimizer.Save()).History!.Steps.Length;

        optimizer.OnObjectiveChanged(byFar: false);

        Assert.True(before > 0);
        Assert.Equal(before, ((LbfgsState)optimizer.Save()).History!.Steps.Length);
    }

    [Fact]
    public void OnObjectiveChanged_AfterASearchThatWasBrokenOff_TheNextStepEvaluatesWhereItBegins()
    {
        using var scope = NewDisposeScope();
        using var optimizer = new LbfgsOptimizer(new LbfgsOptions { LineSearch = LineSearchKind.StrongWolfe });
        var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(100));
        var before = new FunctionObjective(x => FunctionObjective.Rosenbrock().LossAndGradient(x)) { Evaluated = _ => budget.Stop() };
        Assert.False(optimizer.Step(before, image, budget));

        optimizer.OnObjectiveChanged(byFar: false);
        var after = FunctionObjective.Rosenbrock();
        optimizer.Step(after, image, new EvaluationBudget(100));

        Assert.Equal(before.Points[0], after.Points[0]);
    }

    [Fact]
    public void LearningRate_OfAdamHalved_HalvesTheStep()
    {
        using var scope = NewDisposeScope();
        using var optimizer = new AdamOptimizer(new AdamOptions { LearningRate = 0.1 });
        var image = TestImages.Of(1, 1);
        optimizer.LearningRate = 0.05;

        optimizer.Step(FunctionObjective.Quadratic([1, 2], [0, 0]), image, new EvaluationBudget(1));

        Assert.All(TestImages.Values(image), value => Assert.Equal(0.95f, value, 1e-5f));
    }

    [Fact]
    public void LearningRate_OfFixedLbfgsHalved_HalvesTheStep()
    {
        using var scope = NewDisposeScope();
        var steps = new[] { 1, 0.5 }.Select(rate =>
        {
            using var optimizer = new LbfgsOptimizer(new LbfgsOptions());
            var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(100));
            for (var i = 0; i < 4; i++)
                optimizer.Step(FunctionObjective.Rosenbrock(), image, budget);
            var before = TestImages.Values(image);
            optimizer.LearningRate = rate;
            optimizer.Step(FunctionObjective.Rosenbrock(), image, budget);
            return TestImages.Values(image)[0] - before[0];
        }).ToArray();

        Assert.NotEqual(0, steps[0]);
        Assert.Equal(steps[0] / 2, steps[1], 1e-6f);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void LearningRate_NotARate_Throws(double rate)
    {
        using var adam = new AdamOptimizer(new AdamOptions());
        using var lbfgs = new LbfgsOptimizer(new LbfgsOptions());

        Assert.Throws<ArgumentOutOfRangeException>(() => adam.LearningRate = rate);
        Assert.Throws<ArgumentOutOfRangeException>(() => lbfgs.LearningRate = rate);
    }
}

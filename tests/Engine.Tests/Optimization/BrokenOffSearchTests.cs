using NeuralStyle.Engine.Optimization;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

/// <summary>What L-BFGS does when it is told to stop amid a line search.</summary>
public sealed class BrokenOffSearchTests
{
    private static readonly LbfgsOptions StrongWolfe = new() { LineSearch = LineSearchKind.StrongWolfe };

    [Fact]
    public void Step_StoppedAtAnyEvaluation_StaysWhereTheSearchBeganAndMakesItAnew()
    {
        var whole = FunctionObjective.Rosenbrock();
        Run(new LbfgsOptimizer(StrongWolfe), whole, TestImages.Of(-1.2f, 1), new EvaluationBudget(30));
        var amid = 0;
        for (var last = 1; last < 30; last++)
        {
            using var scope = NewDisposeScope();
            var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(30));
            var stopped = new FunctionObjective(x => FunctionObjective.Rosenbrock().LossAndGradient(x))
            {
                Evaluated = evaluation => StopAt(evaluation, last, budget),
            };
            using var optimizer = new LbfgsOptimizer(StrongWolfe);

            var finished = Run(optimizer, stopped, image, budget);

            Assert.Equal(last, stopped.Losses.Count);
            var kept = finished ? last : budget.Kept;
            Assert.Equal(stopped.Losses[..kept].Min(), stopped.LossAt(image));
            amid += finished ? 0 : 1;

            var rest = FunctionObjective.Rosenbrock();
            using var other = new LbfgsOptimizer(StrongWolfe);
            other.Restore(optimizer.Save(), image);
            Run(other, rest, image, new EvaluationBudget(30, kept));
            Assert.Equal(whole.Points[kept..], rest.Points);
        }

        Assert.True(amid > 5);
    }

    [Fact]
    public void Step_StoppedAmidALineSearchAndTheImageMovedSince_BeginsWithAnEvaluationThere()
    {
        using var scope = NewDisposeScope();
        var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(30));
        var objective = new FunctionObjective(x => FunctionObjective.Rosenbrock().LossAndGradient(x))
        {
            Evaluated = evaluation => StopAt(evaluation, 2, budget),
        };
        using var optimizer = new LbfgsOptimizer(StrongWolfe);
        Assert.False(Run(optimizer, objective, image, budget));

        image.zero_();
        optimizer.Step(objective, image, new EvaluationBudget(1));

        Assert.Equal([0, 0], objective.Points[2]);
    }

    private static void StopAt(int evaluation, int last, EvaluationBudget budget)
    {
        if (evaluation == last)
            budget.Stop();
    }

    // Whether the last step was finished.
    private static bool Run(LbfgsOptimizer optimizer, FunctionObjective objective, Tensor image, EvaluationBudget budget)
    {
        var finished = true;
        while (!budget.IsSpent)
            finished = optimizer.Step(objective, image, budget);
        return finished;
    }
}

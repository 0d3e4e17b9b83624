using NeuralStyle.Engine.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

public sealed class OptimizerLeakTests
{
    [Theory]
    [InlineData("adam", 2)]
    [InlineData("fixed", 4)] // point, gradient, step, one block of history
    [InlineData("strong-wolfe", 6)] // and the arrival's image and gradient
    public void Step_500Steps_KeepsAFixedNumberOfTensorsAndDisposeFreesThem(string name, long kept)
    {
        using var image = TestImages.Random(8, 1, 3, 8, 8);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using (var optimizer = OptimizerStateTests.Create(name))
        {
            var (objective, budget) = (new ChainObjective(), new EvaluationBudget(100_000));
            for (var i = 0; i < 500; i++)
            {
                optimizer.Step(objective, image, budget);
                if (i % 50 == 10)
                    optimizer.Restore(optimizer.Save(), image);

                Assert.True(DisposeScopeManager.Statistics.ThreadTotalLiveCount - before <= kept, $"step {i}");
            }
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("fixed")]
    [InlineData("strong-wolfe")]
    public void Step_ExceptionInTheObjective_FreesWhatTheStepHasMade(string name)
    {
        using var image = TestImages.Random(8, 1, 3, 8, 8);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using (var optimizer = OptimizerStateTests.Create(name))
        {
            var objective = new FailingObjective(new ChainObjective(), failsAt: 6);
            var budget = new EvaluationBudget(100);

            Assert.Throws<InvalidOperationException>(() => Run(optimizer, objective, image, budget));
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static void Run(IOptimizer optimizer, IObjective objective, Tensor image, EvaluationBudget budget)
    {
        while (!budget.IsSpent)
            optimizer.Step(objective, image, budget);
    }

    private sealed class FailingObjective(IObjective inner, int failsAt) : IObjective
    {
        private int _evaluations;

        public Evaluation Evaluate(Tensor image) =>
            ++_evaluations == failsAt ? throw new InvalidOperationException("as asked") : inner.Evaluate(image);
    }
}

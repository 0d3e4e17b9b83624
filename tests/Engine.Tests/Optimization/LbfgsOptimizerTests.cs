using NeuralStyle.Engine.Optimization;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

public sealed class LbfgsOptimizerTests
{
    private static readonly LbfgsOptions Fixed = new() { HistorySize = 10 };
    private static readonly LbfgsOptions StrongWolfe = new() { HistorySize = 10, LineSearch = LineSearchKind.StrongWolfe };

    [Fact]
    public void Step_FirstTwoFixedSteps_MatchValuesWorkedByHand()
    {
        // Curvature (1, 3) from (1, 1): g = (1, 3), |g|_1 = 4, so to (3/4, 1/4), where g = (3/4, 3/4).
        // s = (-1/4, -3/4), y = (-1/4, -9/4): s.y = 7/4, y.y = 41/8, scale 14/41. a = s.g / s.y = -3/7.
        // q = g - a y = (9/14, -3/14); r = 14/41 q = (9/41, -3/41); b = y.r / s.y = (9/82) / (7/4) = 18/287.
        // d = -(r + (a - b) s), a - b = -141/287, so d = (-393/1148, -339/1148).
        using var scope = NewDisposeScope();
        var objective = FunctionObjective.Quadratic([1, 3], [0, 0]);
        using var optimizer = new LbfgsOptimizer(Fixed);
        var (image, budget) = (TestImages.Of(1, 1), new EvaluationBudget(2));

        optimizer.Step(objective, image, budget);
        var first = TestImages.Values(image);
        optimizer.Step(objective, image, budget);
        var second = TestImages.Values(image);

        Assert.Equal([0.75f, 0.25f], first);
        Assert.Equal(0.75 - (393 / 1148.0), second[0], 1e-6);
        Assert.Equal(0.25 - (339 / 1148.0), second[1], 1e-6);
    }

    [Fact]
    public void Step_SmallGradient_FirstStepIsTheGradientTimesTheLearningRate()
    {
        using var scope = NewDisposeScope();
        using var optimizer = new LbfgsOptimizer(Fixed with { LearningRate = 0.5 });
        var image = TestImages.Of(1, 1);

        optimizer.Step(FunctionObjective.Quadratic([0.25, 0.125], [0, 0]), image, new EvaluationBudget(1));

        Assert.Equal([1 - 0.125f, 1 - 0.0625f], TestImages.Values(image));
    }

    [Fact]
    public void Step_FixedStepOnAConvexQuadratic_Converges()
    {
        using var scope = NewDisposeScope();
        var curvature = Enumerable.Range(0, 50).Select(i => Math.Pow(100, i / 49.0)).ToArray();
        var objective = FunctionObjective.Quadratic(curvature, [.. curvature.Select((_, i) => Math.Sin(i))]);
        using var optimizer = new LbfgsOptimizer(Fixed);
        var (image, budget) = (zeros(1, 1, 5, 10), new EvaluationBudget(80));

        while (!budget.IsSpent)
            Assert.True(optimizer.Step(objective, image, budget));

        Assert.Equal(80, objective.Losses.Count);
        Assert.True(objective.LossAt(image) < 1e-8 * objective.Losses[0], $"from {objective.Losses[0]} to {objective.LossAt(image)}");
    }

    [Fact]
    public void Step_StrongWolfeOnRosenbrock_Converges()
    {
        using var scope = NewDisposeScope();
        var objective = FunctionObjective.Rosenbrock();
        using var optimizer = new LbfgsOptimizer(StrongWolfe);
        var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(60));

        while (!budget.IsSpent)
            optimizer.Step(objective, image, budget);

        Assert.True(objective.LossAt(image) < 1e-9, $"loss {objective.LossAt(image)}");
        Assert.Equal(1, TestImages.Values(image)[0], 1e-4);
        Assert.Equal(1, TestImages.Values(image)[1], 1e-4);
    }

    [Fact]
    public void Step_StrongWolfe_NeverAcceptsAHigherLossAndEvaluatesTheStartOnce()
    {
        using var scope = NewDisposeScope();
        var objective = FunctionObjective.Rosenbrock();
        using var optimizer = new LbfgsOptimizer(StrongWolfe);
        var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(40));
        var accepted = new List<double> { objective.LossAt(image) };

        while (!budget.IsSpent)
        {
            optimizer.Step(objective, image, budget);
            accepted.Add(objective.LossAt(image));
        }

        Assert.Equal([-1.2f, 1], objective.Points[0]);
        Assert.Equal(objective.Points.Count, objective.Points.Select(point => (point[0], point[1])).Distinct().Count());
        Assert.Equal(accepted.OrderDescending(), accepted);
        Assert.All(accepted, loss => Assert.Contains(loss, objective.Losses));
    }

    [Theory]
    [InlineData(LineSearchKind.Fixed)]
    [InlineData(LineSearchKind.StrongWolfe)]
    public void Step_AnyBudget_IsUsedExactly(LineSearchKind lineSearch)
    {
        var unfinished = 0;
        for (var limit = 1; limit <= 45; limit++)
        {
            using var scope = NewDisposeScope();
            var objective = FunctionObjective.Rosenbrock();
            using var optimizer = new LbfgsOptimizer(Fixed with { LineSearch = lineSearch });
            var (image, budget, finished) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(limit), true);

            while (!budget.IsSpent)
                finished = optimizer.Step(objective, image, budget);

            Assert.Equal(limit, objective.Losses.Count);
            Assert.False(optimizer.Step(objective, image, budget));
            Assert.Equal(limit, objective.Losses.Count);
            unfinished += finished ? 0 : 1;
            if (lineSearch == LineSearchKind.StrongWolfe)
                Assert.Equal(objective.Losses.Min(), objective.LossAt(image));
        }

        Assert.Equal(lineSearch == LineSearchKind.StrongWolfe, unfinished > 5);
    }

    [Theory]
    [InlineData(LineSearchKind.Fixed)]
    [InlineData(LineSearchKind.StrongWolfe)]
    public void Step_LossInAnotherUnit_GoesTheSameWay(LineSearchKind lineSearch)
    {
        // 2^100: the gradient's square would overflow float32. A power of two, so not even the last bit may differ.
        var plain = Trajectory(1, lineSearch);
        var huge = Trajectory(Math.ScaleB(1, 100), lineSearch);

        Assert.Equal(plain, huge);
    }

    [Fact]
    public void Step_GradientInChannelsLastOrder_GoesTheSameWay()
    {
        using var scope = NewDisposeScope();
        var (one, other) = (TestImages.Random(5, 1, 3, 6, 7), TestImages.Random(5, 1, 3, 6, 7));
        using var first = new LbfgsOptimizer(StrongWolfe);
        using var second = new LbfgsOptimizer(StrongWolfe);
        var (firstBudget, secondBudget) = (new EvaluationBudget(15), new EvaluationBudget(15));

        while (!firstBudget.IsSpent)
            first.Step(new ChainObjective(), one, firstBudget);

        while (!secondBudget.IsSpent)
            second.Step(new ChainObjective { ReturnsChannelsLast = true }, other, secondBudget);

        Assert.Equal(TestImages.Values(one), TestImages.Values(other));
    }

    [Fact]
    public void Step_ImageClampedBetweenSteps_IsEvaluatedWhereItNowIs()
    {
        using var scope = NewDisposeScope();
        var objective = FunctionObjective.Quadratic([1, 30], [3, 0.5]);
        using var optimizer = new LbfgsOptimizer(StrongWolfe);
        var (image, budget) = (TestImages.Of(0, 0), new EvaluationBudget(30));

        while (!budget.IsSpent)
        {
            optimizer.Step(objective, image, budget);
            image.clamp_(0, 1);
        }

        Assert.Contains(objective.Points, point => point[0] == 1);
        Assert.Equal(1, TestImages.Values(image)[0]);
        Assert.Equal(0.5, TestImages.Values(image)[1], 1e-3);
    }

    [Theory]
    [InlineData(LineSearchKind.Fixed)]
    [InlineData(LineSearchKind.StrongWolfe)]
    public void Step_AtAMinimum_StaysAndUsesTheBudget(LineSearchKind lineSearch)
    {
        using var scope = NewDisposeScope();
        var objective = FunctionObjective.Quadratic([1, 1], [2, 3]);
        using var optimizer = new LbfgsOptimizer(Fixed with { LineSearch = lineSearch });
        var (image, budget) = (TestImages.Of(2, 3), new EvaluationBudget(7));

        while (!budget.IsSpent)
            optimizer.Step(objective, image, budget);

        Assert.Equal(7, objective.Losses.Count);
        Assert.Equal([2, 3], TestImages.Values(image));
    }

    [Theory]
    [InlineData(1.0, 5)]
    [InlineData(3e-14, 5)] // s.y is as small as the loss's unit, and the pair as sound
    [InlineData(-1.0, 0)] // curved the other way: s.y below 0
    [InlineData(0.0, 0)] // not curved
    public void Step_LossOfAnyUnit_RemembersPairsThatHaveCurvature(double scale, int pairs)
    {
        using var scope = NewDisposeScope();
        var objective = FunctionObjective.Quadratic([1, 1.5], [1, 1], scale);
        using var optimizer = new LbfgsOptimizer(Fixed with { LearningRate = 0.1 });
        var (image, budget) = (zeros(2), new EvaluationBudget(6));

        // Moved by hand too, as the steps along so small a gradient are.
        while (!budget.IsSpent)
        {
            optimizer.Step(objective, image, budget);
            image.add_(0.5);
        }

        Assert.Equal(pairs, ((LbfgsState)optimizer.Save()).History!.Steps.Length);
    }

    [Fact]
    public void Step_LossThatCurvesDownFromTheStart_LeavesItWithStepsThatGrow()
    {
        using var scope = NewDisposeScope();
        // -x^2 / 2: every pair has negative curvature and is refused.
        var objective = FunctionObjective.Quadratic([-1], [0]);
        using var optimizer = new LbfgsOptimizer(Fixed with { LearningRate = 0.001 });
        var (image, budget) = (TestImages.Of(1), new EvaluationBudget(4));
        var places = new List<float>();

        while (!budget.IsSpent)
        {
            optimizer.Step(objective, image, budget);
            places.Add(TestImages.Values(image)[0]);
        }

        var steps = places.Skip(1).Zip(places, (after, before) => after - before).ToList();
        Assert.Equal(0.001f, places[0] - 1, 1e-6f);
        Assert.Equal([0.004f, 0.016f, 0.064f], steps, (expected, actual) => Math.Abs(expected - actual) < 1e-5);
    }

    [Theory]
    [InlineData(LineSearchKind.Fixed)]
    [InlineData(LineSearchKind.StrongWolfe)]
    public void Step_FinerThanTheImagesDigits_IsLearnedUnrounded(LineSearchKind lineSearch)
    {
        // Between 4096 and 8192 a float32 has a spacing of 1/2048. The gradient is -1, so the first step is the learning rate.
        using var scope = NewDisposeScope();
        var objective = FunctionObjective.Quadratic([1], [4097]);
        using var optimizer = new LbfgsOptimizer(Fixed with { LearningRate = 0.3003, LineSearch = lineSearch });
        var (image, budget) = (TestImages.Of(4096), new EvaluationBudget(10));

        optimizer.Step(objective, image, budget);
        var moved = TestImages.Values(image)[0];
        optimizer.Step(objective, image, budget);

        Assert.Equal(4096.30029296875, moved);
        Assert.Equal(0.3003f, ((LbfgsState)optimizer.Save()).History!.Steps[0][0]);
    }

    [Fact]
    public void Step_SearchFindsNothingLower_ForgetsThePairsAndStays()
    {
        // From the 8th evaluation on the loss only grows, whatever the image.
        using var scope = NewDisposeScope();
        var (rosenbrock, evaluations) = (FunctionObjective.Rosenbrock(), 0);
        var objective = new FunctionObjective(x =>
        {
            var (loss, gradient) = rosenbrock.LossAndGradient(x);
            return (++evaluations < 8 ? loss : 1000 + evaluations, gradient);
        });
        using var optimizer = new LbfgsOptimizer(StrongWolfe);
        var (image, budget) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(200));
        while (evaluations < 8)
            optimizer.Step(objective, image, budget);

        var before = TestImages.Values(image);
        var finished = optimizer.Step(objective, image, budget);

        Assert.True(finished);
        Assert.Equal(before, TestImages.Values(image));
        Assert.Empty(((LbfgsState)optimizer.Save()).History!.Steps);
    }

    private static List<float[]> Trajectory(double scale, LineSearchKind lineSearch)
    {
        using var scope = NewDisposeScope();
        var objective = FunctionObjective.Quadratic([1, 4, 16, 64, 256], [5, -3, 1, 2, -1], scale);
        using var optimizer = new LbfgsOptimizer(Fixed with { LineSearch = lineSearch });
        var (image, budget) = (zeros(5), new EvaluationBudget(25));
        while (!budget.IsSpent)
            optimizer.Step(objective, image, budget);

        return objective.Points;
    }
}

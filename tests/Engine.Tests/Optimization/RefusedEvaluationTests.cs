using System.Globalization;
using NeuralStyle.Engine.Optimization;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

/// <summary>What optimizers do with losses, gradients and images that nothing can be built on.</summary>
public sealed class RefusedEvaluationTests
{
    public static TheoryData<string, int> EvaluationsThatFail()
    {
        var cases = new TheoryData<string, int>();
        foreach (var optimizer in new[] { "adam", "fixed", "strong-wolfe" })
        {
            for (var evaluation = 1; evaluation <= 8; evaluation++)
                cases.Add(optimizer, evaluation);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(EvaluationsThatFail))]
    public void Step_LossNotFinite_ThrowsAndLeavesTheImage(string name, int failing)
    {
        var (exception, before, after) = RunUntilRefused(
            name, (evaluation, result) => evaluation == failing ? (double.NaN, result.Gradient) : result);

        Assert.Equal(failing, exception.Evaluation);
        Assert.Equal(double.NaN, exception.Value);
        Assert.Contains($"Evaluation {failing} gave a loss of NaN", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }

    [Theory]
    [MemberData(nameof(EvaluationsThatFail))]
    public void Step_GradientNotFinite_ThrowsAndLeavesTheImage(string name, int failing)
    {
        var (exception, before, after) = RunUntilRefused(
            name, (evaluation, result) => evaluation == failing ? (result.Loss, [result.Gradient[0], double.PositiveInfinity]) : result);

        Assert.Equal(failing, exception.Evaluation);
        Assert.Equal(double.PositiveInfinity, exception.Value);
        Assert.Contains($"Evaluation {failing} gave a sum of the gradient's magnitudes", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("fixed")]
    [InlineData("strong-wolfe")]
    public void Step_UnusableImage_ThrowsSayingWhatIsWrong(string name)
    {
        using var scope = NewDisposeScope();
        using var optimizer = OptimizerStateTests.Create(name);
        var (objective, budget) = (new ChainObjective(), new EvaluationBudget(10));
        optimizer.Step(objective, TestImages.Of(1, 2, 3), budget);

        AssertRefused(() => optimizer.Step(objective, zeros(3, ScalarType.Float64), budget), "Float64");
        AssertRefused(() => optimizer.Step(objective, zeros(3).requires_grad_(), budget), "requires a gradient");
        AssertRefused(
            () => optimizer.Step(objective, zeros(2, 2), budget),
            "[2,2] has 4 elements; this optimizer has been working on one of 3");
        Assert.Equal(objective.Evaluations, budget.Used);
    }

    [Fact]
    public void Step_GradientOfAnotherShape_ThrowsSayingBoth()
    {
        using var scope = NewDisposeScope();
        using var optimizer = new AdamOptimizer(new AdamOptions());
        var objective = new ReshapingObjective();

        var exception = Assert.Throws<ArgumentException>(() => optimizer.Step(objective, zeros(2, 3), new EvaluationBudget(1)));

        Assert.Contains("Float32 [3,2]; it must be Float32 [2,3]", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(Action action, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static (NonFiniteLossException Exception, float[] Before, float[] After) RunUntilRefused(
        string name, Func<int, (double Loss, double[] Gradient), (double, double[])> change)
    {
        using var scope = NewDisposeScope();
        using var optimizer = OptimizerStateTests.Create(name);
        var (rosenbrock, evaluations) = (FunctionObjective.Rosenbrock(), 0);
        var objective = new FunctionObjective(x => change(++evaluations, rosenbrock.LossAndGradient(x)));
        var (image, budget, before) = (TestImages.Of(-1.2f, 1), new EvaluationBudget(100), Array.Empty<float>());
        while (!budget.IsSpent)
        {
            before = TestImages.Values(image);
            try
            {
                optimizer.Step(objective, image, budget);
            }
            catch (NonFiniteLossException exception)
            {
                return (exception, before, TestImages.Values(image));
            }
        }

        throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"Nothing was refused in {evaluations} evaluations."));
    }

    private sealed class ReshapingObjective : IObjective
    {
        public Evaluation Evaluate(Tensor image) => new(0, image.t().contiguous());
    }
}

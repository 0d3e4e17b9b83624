using NeuralStyle.Engine.Optimization;

namespace NeuralStyle.Engine.Tests.Optimization;

public sealed class EvaluationBudgetTests
{
    [Fact]
    public void TryTake_UntilTheLimit_CountsThenRefuses()
    {
        var budget = new EvaluationBudget(2);

        Assert.True(budget.TryTake());
        Assert.False(budget.IsSpent);
        Assert.True(budget.TryTake());
        Assert.True(budget.IsSpent);
        Assert.False(budget.TryTake());
        Assert.Equal(2, budget.Used);
    }

    [Fact]
    public void TryTake_Stopped_RefusesAndCountsNothing()
    {
        var budget = new EvaluationBudget(5);
        budget.TryTake();
        Assert.False(budget.IsStopped);

        budget.Stop();

        Assert.True(budget.IsStopped);
        Assert.True(budget.IsSpent);
        Assert.False(budget.TryTake());
        Assert.Equal(1, budget.Used);
    }

    [Fact]
    public void Constructor_WithEvaluationsUsed_LeavesTheRest()
    {
        var budget = new EvaluationBudget(5, used: 4);

        Assert.True(budget.TryTake());
        Assert.Equal(5, budget.Used);
        Assert.True(budget.IsSpent);
    }

    [Fact]
    public void Keep_AfterSomeEvaluations_CountsThoseUntilThen()
    {
        var budget = new EvaluationBudget(9, used: 2);
        Assert.Equal(2, budget.Kept);

        budget.TryTake();
        budget.Keep();
        budget.TryTake();

        Assert.Equal((3, 4), (budget.Kept, budget.Used));
    }

    [Theory]
    [InlineData(0, 0, "limit")]
    [InlineData(-3, 0, "limit")]
    [InlineData(3, -1, "used")]
    [InlineData(3, 4, "used")]
    public void Constructor_OutOfRange_ThrowsNamingTheParameter(int limit, int used, string parameter)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationBudget(limit, used));

        Assert.Equal(parameter, exception.ParamName);
    }
}

namespace NeuralStyle.Infra.Tests.Deployment;

public class BudgetTests
{
    // azd gives the output back as a parameter: a month that was kept without a budget would be a past one when a budget is wanted, and refused.
    [Fact]
    public void Month_ThatABudgetCountsFrom_IsKeptOnlyWhereThereIsOne()
    {
        var main = Repository.Read("infra/main.bicep");

        Assert.Contains("var budgetFrom = empty(budgetStart) ? thisMonth : budgetStart\n", main, StringComparison.Ordinal);
        Assert.Contains("var hasBudget = monthlyBudget > 0 && !empty(alertEmail)\n", main, StringComparison.Ordinal);
        Assert.Matches(@"module budget 'modules/budget\.bicep' = if \(hasBudget\) \{[\s\S]*?\bstart: budgetFrom\n", main);
        Assert.Contains("output NEURALSTYLE_BUDGET_START string = hasBudget ? budgetFrom : budgetStart\n", main, StringComparison.Ordinal);
        Assert.Equal("${NEURALSTYLE_BUDGET_START=}", ParameterFiles.Read("infra/main.parameters.json")["budgetStart"]);
    }

    [Fact]
    public void Mail_IsSentAtFourFifthsOfTheMonth_AndWhereItIsExpectedToPassTheWhole()
    {
        var budget = Repository.Read("infra/modules/budget.bicep");

        Assert.Contains("timeGrain: 'Monthly'", budget, StringComparison.Ordinal);
        Assert.Matches(@"enabled: true\s+operator: 'GreaterThan'\s+threshold: 80\s+thresholdType: 'Actual'\s+contactEmails: \[email\]", budget);
        Assert.Matches(@"enabled: true\s+operator: 'GreaterThan'\s+threshold: 100\s+thresholdType: 'Forecasted'\s+contactEmails: \[email\]", budget);
    }
}

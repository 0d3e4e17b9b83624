using NeuralStyle.Functions.Settings;

namespace NeuralStyle.Functions.Tests.Settings;

public sealed class DisabledFunctionsTests
{
    private static readonly string[] Functions = ["RunTrial", "StartSweep", "OnTrialResult"];

    [Theory]
    [InlineData("AzureWebJobs.RunTrial.Disabled", "true")]
    [InlineData("AzureWebJobs.RunTrial.Disabled", "True")]
    [InlineData("AzureWebJobs.RunTrial.Disabled", "1")]
    [InlineData("AzureWebJobs_RunTrial_Disabled", "true")]
    [InlineData("azurewebjobs.runtrial.disabled", "true")]
    public void Read_SwitchedOffAsTheHostReadsIt_IsOff(string name, string value)
    {
        Assert.Contains("RunTrial", Read((name, value), ("PATH", "/bin"), ("AzureWebJobsStorage", "x"), ("AzureWebJobsStorage__accountName", "y")));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void Read_NotSwitchedOff_IsOn(string? value)
    {
        Assert.Empty(Read(("AzureWebJobs.RunTrial.Disabled", value)));
    }

    [Fact]
    public void Read_SeveralProblems_SaysAllOfThem()
    {
        var exception = Assert.Throws<SettingsException>(() => Read(
            ("AzureWebJobs.RunTrials.Disabled", "true"), ("AzureWebJobs__RunTrial__Disabled", "true"), ("AzureWebJobs.StartSweep.Disabled", "yes")));

        Assert.Equal(3, exception.Problems.Count);
        Assert.Contains("AzureWebJobs.RunTrials.Disabled names no function; there are OnTrialResult, RunTrial, StartSweep.", exception.Problems);
        Assert.Contains("AzureWebJobs.StartSweep.Disabled is 'yes'; allowed are true, 1, false and 0.", exception.Problems);
        Assert.Contains(exception.Problems, problem => problem.Contains("double underscores", StringComparison.Ordinal));
    }

    private static IReadOnlySet<string> Read(params (string Name, string? Value)[] variables) =>
        DisabledFunctions.Read(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)), Functions);
}

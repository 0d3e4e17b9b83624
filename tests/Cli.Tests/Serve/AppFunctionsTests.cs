using Microsoft.Extensions.DependencyInjection;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Triggers;

namespace NeuralStyle.Cli.Tests.Serve;

public sealed class AppFunctionsTests
{
    [Fact]
    public void SwitchedOff_RolesTogether_ServeEveryFunction()
    {
        var control = AppFunctions.SwitchedOff(ServeRole.Control, []);
        var worker = AppFunctions.SwitchedOff(ServeRole.Worker, []);

        Assert.Equal([nameof(RunTrial)], control);
        Assert.Equal([nameof(CheckHealth), nameof(RunTrial)], AppFunctions.Names.Except(worker));
        Assert.Empty(AppFunctions.SwitchedOff(ServeRole.All, []));
    }

    [Fact]
    public void SwitchedOff_SettingsBesideARole_SwitchOffMore()
    {
        var off = AppFunctions.SwitchedOff(ServeRole.Control, [KeyValuePair.Create("AzureWebJobs.PurgeHistory.Disabled", (string?)"true")]);

        Assert.Equal([nameof(PurgeHistory), nameof(RunTrial)], off.Order());
    }

    [Fact]
    public void FunctionTable_SwitchedOff_ServesNoneOfThem()
    {
        using var services = new ServiceCollection().AddSingleton(new ProcessorSettings()).BuildServiceProvider();
        var worker = new FunctionTable(services, AppFunctions.SwitchedOff(ServeRole.Worker, []));

        Assert.Equal("trials", Assert.Single(worker.QueueFunctions).Queue);
        Assert.Equal(CheckHealth.Route, Assert.Single(worker.HttpFunctions).Route);
        Assert.Empty(worker.TimerFunctions);
        Assert.Null(worker.FindOrchestration(nameof(SweepOrchestration)));
        Assert.Null(worker.FindActivity(nameof(PlanSweep)));
        Assert.False(worker.Serves(nameof(StartSweep)));
        Assert.NotNull(new FunctionTable(services).FindActivity(nameof(PlanSweep)));
    }
}

using Microsoft.Azure.Functions.Worker;

namespace NeuralStyle.Offline.Tests.Worker;

public sealed class TriggerAttributeTests
{
    [Fact]
    public void HttpTrigger_WithoutLevel_AsksForAKeyOnlyWhereNoMethodIsNamed()
    {
        Assert.Equal(AuthorizationLevel.Function, new HttpTriggerAttribute().AuthLevel);
        // Methods alone open a function to anybody: what is meant to ask for a key says so.
        Assert.Equal(AuthorizationLevel.Anonymous, new HttpTriggerAttribute("get").AuthLevel);
    }

    [Fact]
    public void HttpTrigger_LevelMethodsAndRoute_AreKept()
    {
        var trigger = new HttpTriggerAttribute(AuthorizationLevel.Admin, "get", "post") { Route = "a/{b}" };

        Assert.Equal((AuthorizationLevel.Admin, "a/{b}"), (trigger.AuthLevel, trigger.Route));
        Assert.Equal(["get", "post"], trigger.Methods!);
    }

    [Fact]
    public void TimerTrigger_Schedule_IsMonitoredAndDoesNotRunAtTheStart()
    {
        var trigger = new TimerTriggerAttribute("0 30 3 * * *");

        Assert.Equal(("0 30 3 * * *", true, false), (trigger.Schedule, trigger.UseMonitor, trigger.RunOnStartup));
    }
}

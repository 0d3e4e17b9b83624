using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace NeuralStyle.Offline.Tests.Durable;

public sealed class StartOrchestrationOptionsTests
{
    [Fact]
    public void WithDedupeStatuses_All_NamesEveryStateButThatOfGoingOn()
    {
        var options = new StartOrchestrationOptions("i").WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);

        Assert.Equal("i", options.InstanceId);
        Assert.Equal(
            Enum.GetNames<OrchestrationRuntimeStatus>().Except(["ContinuedAsNew"]).Order(StringComparer.Ordinal),
            options.DedupeStatuses!.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OrchestrationAlreadyExists_IsAnInvalidOperation() =>
        Assert.Equal("there", Assert.IsAssignableFrom<InvalidOperationException>(new OrchestrationAlreadyExistsException("there")).Message);
}

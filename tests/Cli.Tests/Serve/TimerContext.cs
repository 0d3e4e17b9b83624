using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace NeuralStyle.Cli.Tests.Serve;

/// <summary>A context of which only timers are used; they fire at once and are written down.</summary>
internal sealed class TimerContext : TaskOrchestrationContext
{
    public List<TimeSpan> Waits { get; } = [];

    public override TaskName Name => "test";

    public override string InstanceId => "test";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime { get; } = new(2026, 11, 21, 8, 0, 0, DateTimeKind.Utc);

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Waits.Add(fireAt - CurrentUtcDateTime);
        return Task.CompletedTask;
    }

    public override T GetInput<T>() => throw NotUsed();

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) => throw NotUsed();

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw NotUsed();

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) => throw NotUsed();

    public override void SendEvent(string instanceId, string eventName, object payload) => throw NotUsed();

    public override void SetCustomStatus(object? customStatus) => throw NotUsed();

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => throw NotUsed();

    public override Guid NewGuid() => throw NotUsed();

    private static NotSupportedException NotUsed() => new("This test uses timers only.");
}

using Microsoft.DurableTask;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>Something that an orchestration waits for.</summary>
/// <param name="Index">Its number among all calls.</param>
/// <param name="Kind">Activity, sub-orchestration or timer.</param>
/// <param name="Name">Name of the function; the time for a timer.</param>
/// <param name="Input">Input as JSON.</param>
/// <param name="Complete">Completes it with JSON, or with a failure.</param>
internal sealed record FakeCall(int Index, FakeCallKind Kind, string Name, string? Input, Action<string?, TaskFailureDetails?> Complete)
{
    /// <summary>Id of a sub-orchestration; null for anything else.</summary>
    public string? InstanceId { get; init; }

    public DateTime FireAt { get; init; }

    public Func<bool> IsCancelled { get; init; } = () => false;

    public override string ToString() => $"{Kind} {Name} {Input}";
}

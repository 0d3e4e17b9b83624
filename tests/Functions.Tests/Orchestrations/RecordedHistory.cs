namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>A history that some version of an orchestration wrote, with what it called.</summary>
/// <param name="Input">Input as JSON.</param>
/// <param name="BeganAt">When it began, UTC.</param>
/// <param name="Happenings">What happened, in order.</param>
/// <param name="Calls">What it called, in order: what the durable engine compares.</param>
internal sealed record RecordedHistory(string? Input, DateTime BeganAt, IReadOnlyList<FakeHappening> Happenings, IReadOnlyList<string> Calls)
{
    /// <summary>A call as the durable engine knows it again: its kind and name; of a timer only that it is one.</summary>
    public static string NameOf(FakeCall call) => call.Kind == FakeCallKind.Timer ? "Timer" : $"{call.Kind} {call.Name}";
}

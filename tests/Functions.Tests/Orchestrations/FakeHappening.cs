using Microsoft.DurableTask;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>One line of an orchestration's history: a call that ended, or an event that came.</summary>
/// <param name="At">When.</param>
/// <param name="Call">Number of the call; null for an event.</param>
/// <param name="Event">Name of the event.</param>
/// <param name="Payload">Output or payload as JSON.</param>
/// <param name="Failure">Why the call failed.</param>
internal sealed record FakeHappening(DateTime At, int? Call, string? Event, string? Payload, TaskFailureDetails? Failure);

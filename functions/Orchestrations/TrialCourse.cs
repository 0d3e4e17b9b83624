namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Where a trial's orchestration stood when it began anew because its history had grown long: its message is on the queue, or was.</summary>
/// <param name="AskedAt">When the sweep asked for it, UTC.</param>
/// <param name="Enqueued">How often it was put on the queue.</param>
/// <param name="QueuedBy">By when its newest message was on the queue, UTC.</param>
public sealed record TrialCourse(DateTimeOffset AskedAt, int Enqueued, DateTimeOffset QueuedBy);

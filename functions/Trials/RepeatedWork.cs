namespace NeuralStyle.Functions.Trials;

/// <summary>
/// What of one run of a trial was computed once more by another run. Nothing is lost by it but time; it is noted so that it can be told.
/// </summary>
/// <param name="TrialId">The trial.</param>
/// <param name="Reason">How it came.</param>
/// <param name="Evaluations">Evaluations that were computed twice.</param>
/// <param name="Seconds">Seconds of work on them.</param>
/// <param name="StartedAt">When the run began whose work it was, UTC.</param>
public sealed record RepeatedWork(string TrialId, RepeatedWorkReason Reason, int Evaluations, double Seconds, DateTimeOffset StartedAt);

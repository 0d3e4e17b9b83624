namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Custom status of <see cref="SweepOrchestration"/>: numbers of trials, for those who watch the orchestration itself.</summary>
/// <param name="Planned">All.</param>
/// <param name="Running">Under way.</param>
/// <param name="Completed">With a result.</param>
/// <param name="Failed">Without; what is neither was cancelled, cut or not begun yet.</param>
public sealed record SweepProgress(int Planned, int Running, int Completed, int Failed);

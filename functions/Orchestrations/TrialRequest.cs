namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Input of the activities ProbeTrial, EnqueueTrial and RunTrialActivity.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="TrialId">The trial.</param>
/// <param name="InstanceId">The trial orchestration that waits for the outcome.</param>
public sealed record TrialRequest(string Sweep, string TrialId, string InstanceId);

using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Api;

/// <summary>The answer to a manifest that was submitted.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="InstanceId">The orchestration that runs it.</param>
/// <param name="ManifestETag">The version of its manifest.</param>
/// <param name="State">How far it has come.</param>
/// <param name="IsNew">
/// Whether this request started it: of the same manifest submitted more than once, true for one request at most. False where that is not
/// known, since the store's answer was lost.
/// </param>
/// <param name="Status">The path of its status.</param>
public sealed record SubmittedSweep(string Sweep, string InstanceId, string ManifestETag, SweepState State, bool IsNew, string Status);

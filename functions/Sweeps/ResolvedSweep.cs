using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>A manifest and what it comes to.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="ResolvedManifest">The resolved manifest, which gives the plan again.</param>
/// <param name="Manifest">The manifest.</param>
public sealed record ResolvedSweep(SweepPlan Plan, string ResolvedManifest, Manifest Manifest);

using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>The experiments of a manifest as far as they could be read.</summary>
/// <param name="Experiments">Those without problems.</param>
/// <param name="Unread">The parameters whose values have problems.</param>
/// <param name="Conditions">Their conditions, which can be read when all axes and experiments are known.</param>
internal sealed record DeclaredExperiments(
    IReadOnlyList<Experiment> Experiments,
    IReadOnlyList<ParameterDefinition> Unread,
    IReadOnlyList<(string Experiment, ManifestNode Node, string Path)> Conditions)
{
    /// <summary>No experiments.</summary>
    public static DeclaredExperiments None { get; } = new([], [], []);
}

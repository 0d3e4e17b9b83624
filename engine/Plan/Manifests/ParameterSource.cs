using NeuralStyle.Plan.Manifests.Nodes;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Where a manifest sets a parameter.</summary>
/// <param name="Key">The parameter's name there.</param>
/// <param name="Value">Its value.</param>
/// <param name="Path">The place, e.g. <c>parameters.blend</c>.</param>
internal sealed record ParameterSource(ScalarNode Key, ManifestNode Value, string Path);

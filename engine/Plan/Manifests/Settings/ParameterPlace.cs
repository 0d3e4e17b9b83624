namespace NeuralStyle.Plan.Manifests.Settings;

/// <summary>Where a problem with a parameter is reported.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Path">The place in the manifest, e.g. <c>axes.blend</c>.</param>
internal readonly record struct ParameterPlace(int Line, int Column, string Path);

namespace NeuralStyle.Plan.Manifests;

/// <summary>The images that a manifest may name.</summary>
/// <param name="Names">Their names.</param>
/// <param name="Container">Where they are, for messages; e.g. <c>input/</c>.</param>
public sealed record AvailableImages(IEnumerable<string> Names, string Container = "input/");

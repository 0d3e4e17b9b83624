namespace NeuralStyle.Plan.Manifests;

/// <summary>The images that a manifest may name.</summary>
/// <param name="Names">Their names.</param>
/// <param name="Container">Where they are, for messages; e.g. <c>input/</c>.</param>
public sealed record AvailableImages(IEnumerable<string> Names, string Container = "input/")
{
    /// <summary>What is wrong with an image that is there, to be read after its name; null where nothing is.</summary>
    public Func<string, string?> FaultOf { get; init; } = _ => null;
}

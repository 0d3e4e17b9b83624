namespace NeuralStyle.Plan.Trials;

/// <summary>An image of the input container, by name and content.</summary>
/// <param name="Name">Name under <c>input/</c>.</param>
/// <param name="Sha256">SHA-256 of the file's bytes, 64 lower-case hex digits.</param>
public sealed record ImageReference(string Name, string Sha256);

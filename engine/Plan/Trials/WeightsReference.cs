using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Trials;

/// <summary>A network's weights, by content.</summary>
/// <param name="Network">The network that they serve.</param>
/// <param name="Sha256">SHA-256 of the file's bytes, 64 lower-case hex digits.</param>
public sealed record WeightsReference(NetworkName Network, string Sha256);

using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>What a plan needs beside the manifest.</summary>
public sealed record SweepInputs
{
    /// <summary>Name of the sweep; see <see cref="SweepName"/>.</summary>
    public required string Sweep { get; init; }

    /// <summary>The images that the manifest asks for.</summary>
    public required MatchedImages Images { get; init; }

    /// <summary>SHA-256 of each of them, by name; 64 lower-case hex digits.</summary>
    public required IReadOnlyDictionary<string, string> ImageHashes { get; init; }

    /// <summary>The network where the manifest names none.</summary>
    public required NetworkName DefaultNetwork { get; init; }

    /// <summary>The weights that there are, for each network that <see cref="Manifest.Networks"/> names.</summary>
    public required IReadOnlyDictionary<NetworkName, WeightsReference> Weights { get; init; }
}

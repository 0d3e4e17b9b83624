using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>The engine's weights.</summary>
public sealed class EngineCatalog(WeightsLibrary weights) : INetworkCatalog
{
    public NetworkName DefaultNetwork => weights.DefaultNetwork;

    public WeightsReference? Find(NetworkName network) => weights.Has(network) ? weights.Reference(network) : null;
}

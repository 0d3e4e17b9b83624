using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>The networks whose weights this process has.</summary>
public interface INetworkCatalog
{
    /// <summary>The network of trials whose manifest names none.</summary>
    NetworkName DefaultNetwork { get; }

    /// <summary>A network and the hash of its weights; null when they are not here.</summary>
    WeightsReference? Find(NetworkName network);
}

using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>Has vgg19-mini only.</summary>
public sealed class FakeCatalog : INetworkCatalog
{
    public static WeightsReference Mini { get; } = new(NetworkName.Vgg19Mini, new string('a', 64));

    /// <summary>What <see cref="Find"/> gives for vgg19-mini.</summary>
    public WeightsReference? Weights { get; set; } = Mini;

    public NetworkName DefaultNetwork => NetworkName.Vgg19Mini;

    public WeightsReference? Find(NetworkName network) => network == NetworkName.Vgg19Mini ? Weights : null;
}

using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Weights;

/// <summary>A weights file that can be downloaded.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Sha256">
/// Its SHA-256, or as many of the first digits as are published: PyTorch's publishers put eight of the 64 into a file's name, which
/// tells damage but is no proof against forgery.
/// </param>
internal sealed record PublishedWeights(Uri Address, string Sha256)
{
    private static readonly Dictionary<(NetworkName, WeightsSource), PublishedWeights> Known = new()
    {
        [(NetworkName.Vgg19, WeightsSource.Torchvision)] = new(new Uri("https://download.pytorch.org/models/vgg19-dcbb9e9d.pth"), "dcbb9e9d"),
        // All 64 digits, as several public projects independently pin them.
        [(NetworkName.Vgg16, WeightsSource.Torchvision)] = new(
            new Uri("https://download.pytorch.org/models/vgg16-397923af.pth"), "397923af8e79cdbb6a7127f12361acd7a2f83e06b05044ddf496e83de57a5bf0"),
        [(NetworkName.Vgg19, WeightsSource.Caffe)] = new(new Uri("https://web.eecs.umich.edu/~justincj/models/vgg19-d01eb7cb.pth"), "d01eb7cb"),
        [(NetworkName.Vgg16, WeightsSource.Caffe)] = new(new Uri("https://web.eecs.umich.edu/~justincj/models/vgg16-00b39a1b.pth"), "00b39a1b"),
    };

    /// <summary>The file's name, which carries the first digits of its hash.</summary>
    public string FileName => Path.GetFileName(Address.AbsolutePath);

    /// <exception cref="UsageException">The network's weights are not published.</exception>
    public static PublishedWeights Of(NetworkName network, WeightsSource source) => Known.TryGetValue((network, source), out var found)
        ? found
        : throw new UsageException($"weights of {EnumNames.Of(network)} are not published; allowed are {string.Join(", ", Known.Keys.Select(key => EnumNames.Of(key.Item1)).Distinct())}");
}

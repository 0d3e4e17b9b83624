using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Networks;

/// <summary>
/// The weights that this process can use: those of <c>vgg19-mini</c>, which are embedded, and those of <c>vgg19</c> where a file
/// is given. Files are read at the first use and kept. Safe to use from several threads.
/// </summary>
public sealed class WeightsLibrary
{
    private const string EmbeddedMini = "vgg19-mini.safetensors";

    private readonly string? _vgg19Path;
    private readonly Lazy<NetworkWeights> _vgg19;
    private readonly Lazy<NetworkWeights> _mini = new(ReadEmbedded);

    /// <summary>Creates a library.</summary>
    /// <param name="vgg19Path">A .safetensors file of VGG-19; null where there is none.</param>
    public WeightsLibrary(string? vgg19Path)
    {
        _vgg19Path = vgg19Path;
        _vgg19 = new Lazy<NetworkWeights>(ReadVgg19);
    }

    /// <summary>The network of trials whose manifest names none: <c>vgg19</c> where its weights are given, else <c>vgg19-mini</c>.</summary>
    public NetworkName DefaultNetwork => _vgg19Path is null ? NetworkName.Vgg19Mini : NetworkName.Vgg19;

    /// <summary>Whether the network's weights are at hand.</summary>
    public bool Has(NetworkName network) => network == NetworkName.Vgg19Mini || (network == NetworkName.Vgg19 && _vgg19Path is not null);

    /// <summary>The network and the hash of its weights.</summary>
    /// <exception cref="WeightsException">The weights are missing or damaged.</exception>
    public WeightsReference Reference(NetworkName network) => Of(network).Reference;

    /// <summary>The network's weights.</summary>
    /// <exception cref="WeightsException">The weights are missing or damaged.</exception>
    public NetworkWeights Of(NetworkName network) => network switch
    {
        NetworkName.Vgg19Mini => _mini.Value,
        NetworkName.Vgg19 => _vgg19.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(network), network, "Allowed are vgg19 and vgg19-mini."),
    };

    private static NetworkWeights ReadEmbedded()
    {
        using var stream = typeof(WeightsLibrary).Assembly.GetManifestResourceStream(EmbeddedMini)
            ?? throw new WeightsException($"The engine was built without its embedded weights '{EmbeddedMini}'.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return NetworkWeights.Parse(NetworkName.Vgg19Mini, EmbeddedMini, bytes);
    }

    private NetworkWeights ReadVgg19()
    {
        if (_vgg19Path is null)
            throw new WeightsException("No weights of vgg19 are given; give a .safetensors file of VGG-19, or use network vgg19-mini.");

        try
        {
            return NetworkWeights.Parse(NetworkName.Vgg19, Path.GetFileName(_vgg19Path), File.ReadAllBytes(_vgg19Path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WeightsException($"The weights of vgg19 could not be read: {exception.Message}", exception);
        }
    }
}

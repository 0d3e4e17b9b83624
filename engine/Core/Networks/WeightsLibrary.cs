using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Networks;

/// <summary>
/// The weights that this process can use: those of <c>vgg19-mini</c>, which are embedded, and those of <c>vgg19</c> and <c>vgg16</c>
/// where files are given. Which network a file serves, the file says; see <see cref="WeightsFile.Network"/>. Files are read at the
/// first use and kept. Safe to use from several threads.
/// </summary>
public sealed class WeightsLibrary
{
    /// <summary>What separates the paths of several files.</summary>
    public const char Separator = ';';

    private const string EmbeddedMini = "vgg19-mini.safetensors";

    // The file of the user's choice comes before the one that everybody has.
    private static readonly NetworkName[] Preferred = [NetworkName.Vgg19, NetworkName.Vgg16, NetworkName.Vgg19Mini];

    private readonly IReadOnlyList<string> _paths;
    private readonly Lazy<Dictionary<NetworkName, NetworkWeights>> _given;
    private readonly Lazy<NetworkWeights> _mini = new(ReadEmbedded);

    /// <summary>Creates a library.</summary>
    /// <param name="paths">
    /// A weights file in any format that <see cref="WeightsFile"/> knows, or several with <c>;</c> between them, at most one for each
    /// network; null where there is none.
    /// </param>
    public WeightsLibrary(string? paths)
    {
        _paths = PathsOf(paths);
        _given = new Lazy<Dictionary<NetworkName, NetworkWeights>>(ReadGiven);
    }

    /// <summary>The network of trials whose manifest names none: <c>vgg19</c> or <c>vgg16</c> where its weights are given, else <c>vgg19-mini</c>.</summary>
    /// <exception cref="WeightsException">A given file is missing or damaged.</exception>
    public NetworkName DefaultNetwork => Preferred.First(Has);

    /// <summary>The paths in a text that names several.</summary>
    /// <param name="paths">Paths with <see cref="Separator"/> between them; null for none.</param>
    public static IReadOnlyList<string> PathsOf(string? paths) =>
        paths?.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Whether the network's weights are at hand.</summary>
    /// <exception cref="WeightsException">A given file is missing or damaged.</exception>
    public bool Has(NetworkName network) => network == NetworkName.Vgg19Mini || _given.Value.ContainsKey(network);

    /// <summary>The network and the hash of its weights.</summary>
    /// <exception cref="WeightsException">The weights are missing or damaged.</exception>
    public WeightsReference Reference(NetworkName network) => Of(network).Reference;

    /// <summary>The network's weights.</summary>
    /// <exception cref="WeightsException">The weights are missing or damaged.</exception>
    public NetworkWeights Of(NetworkName network)
    {
        if (network == NetworkName.Vgg19Mini)
            return _mini.Value;
        var name = EnumNames.Of(network);
        return _given.Value.GetValueOrDefault(network) ?? throw new WeightsException(
            $"No weights of {name} are given; give a weights file of {name} ('nst weights get {name}' downloads one), or use network vgg19-mini.");
    }

    private static NetworkWeights ReadEmbedded()
    {
        using var stream = typeof(WeightsLibrary).Assembly.GetManifestResourceStream(EmbeddedMini)
            ?? throw new WeightsException($"The engine was built without its embedded weights '{EmbeddedMini}'.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return NetworkWeights.Parse(NetworkName.Vgg19Mini, EmbeddedMini, bytes);
    }

    private Dictionary<NetworkName, NetworkWeights> ReadGiven()
    {
        var given = new Dictionary<NetworkName, NetworkWeights>();
        foreach (var path in _paths)
        {
            var file = Open(path);
            // Files of the first blocks alone don't tell; they were always taken for vgg19.
            var network = file.Network ?? NetworkName.Vgg19;
            if (network == NetworkName.Vgg19Mini)
                throw new WeightsException($"'{path}' holds weights of vgg19-mini, which are built in; allowed are vgg19 and vgg16.");
            if (!given.TryAdd(network, file.Read(network)))
                throw new WeightsException($"'{path}' holds weights of {EnumNames.Of(network)}, of which another file is given too: {string.Join(", ", _paths)}.");
        }

        return given;
    }

    private static WeightsFile Open(string path)
    {
        try
        {
            return WeightsFile.Parse(Path.GetFileName(path), File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WeightsException($"The weights file '{path}' could not be read: {exception.Message}", exception);
        }
    }
}

using System.Text;

namespace NeuralStyle.Plan.Presets;

/// <summary>The presets that come with the product: the files beside this one.</summary>
public static class PresetCatalog
{
    /// <summary>The preset that applies where a manifest names none.</summary>
    public const string DefaultName = "default";

    private const string Folder = "presets/";
    private const string Extension = ".yaml";

    /// <summary>All presets, by name.</summary>
    public static IReadOnlyList<Preset> All { get; } = [.. FileNames().Select(Load).OrderBy(preset => preset.Name, StringComparer.Ordinal)];

    /// <summary>All names, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(preset => preset.Name)];

    /// <summary>The preset of a name, or null; case matters.</summary>
    public static Preset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);

    private static IEnumerable<string> FileNames() => typeof(PresetCatalog).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal));

    private static Preset Load(string fileName)
    {
        using var stream = typeof(PresetCatalog).Assembly.GetManifestResourceStream(fileName)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return PresetParser.Parse(fileName[Folder.Length..^Extension.Length], reader.ReadToEnd());
    }
}

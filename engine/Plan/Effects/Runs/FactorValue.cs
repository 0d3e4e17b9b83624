using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Numbers;

namespace NeuralStyle.Plan.Effects.Runs;

/// <summary>Values of factors: their canonical texts, and whether a label's words mean one.</summary>
internal static class FactorValue
{
    private const string Separator = ", ";

    /// <summary>The canonical text of a written value: numbers in one form, everything else as it is.</summary>
    public static string Canonical(string written) =>
        NumberText.TryParse(written.Trim(), out var number) ? NumberText.Format(number) : written.Trim();

    /// <summary>The canonical text of a list; one of a single item is the item.</summary>
    public static string Canonical(IEnumerable<string> written) => string.Join(Separator, written.Select(Canonical));

    /// <summary>Whether a value is layers and nothing else.</summary>
    public static bool IsLayers(string value) => Items(value).All(item => LayerName.TryParse(item, out _));

    /// <summary>The items of a list, or the value alone.</summary>
    public static string[] Items(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Whether a label's words mean an executed value: <c>1e-4</c> is 0.0001, <c>ave</c> is average, <c>1_2</c> is conv1_2, <c>112</c> is
    /// 112x112; the order of layers doesn't matter.
    /// </summary>
    public static bool Means(string claimed, string executed)
    {
        var (one, other) = (Items(claimed), Items(executed));
        return one.Length == other.Length && one.All(item => other.Any(candidate => ItemMeans(item, candidate)));
    }

    private static bool ItemMeans(string claimed, string executed)
    {
        var (one, other) = (Word(Canonical(claimed)), Word(Canonical(executed)));
        return one == other
            || other == $"{one}x{one}"
            || (LayerName.TryParse(other, out var layer) && layer.Kind != LayerKind.Pool && one == $"{layer.Block}_{layer.Index}");
    }

    private static string Word(string value) => value.ToLowerInvariant() switch
    {
        "ave" or "avg" or "mean" => "average",
        "maximum" => "max",
        "grey" => "gray",
        var word => word,
    };
}

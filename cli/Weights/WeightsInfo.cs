using System.Globalization;
using System.Text;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Cli.Weights;

/// <summary>What <c>nst weights info</c> says about a file.</summary>
internal static class WeightsInfo
{
    public static string Text(WeightsFile file, long bytes)
    {
        var text = new StringBuilder();
        Line("file", string.Create(CultureInfo.InvariantCulture, $"{file.Name}, {bytes:N0} bytes"));
        Line("sha256", file.Sha256);
        Line("format", EnumNames.Of(file.Format));
        Line("network", file.Network is { } network ? EnumNames.Of(network) : "vgg19 or vgg16: its layers are those that both have");
        Line("preprocessing", file.Preprocessing() is { } choice
            ? $"{EnumNames.Of(choice.Preprocessing)}: {choice.Reason}"
            : "unknown: it has no metadata and is none of the published files; 'nst weights convert' with --preprocessing makes a file that tells");
        foreach (var (key, value) in file.Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            Line($"metadata {Shown.Text(key)}", Shown.Text(value, 200));
        foreach (var layer in file.Layers)
            Line($"{layer.Layer}", $"[{string.Join(", ", layer.Shape)}] {layer.Type}, {layer.Tensor}");
        return text.ToString();

        void Line(string key, string value) => text.Append(key.PadRight(24)).Append(value).Append('\n');
    }

    /// <summary>The same for machines.</summary>
    public static object Json(WeightsFile file, long bytes) => new
    {
        file.Name,
        Bytes = bytes,
        file.Sha256,
        file.Format,
        file.Network,
        Preprocessing = file.Preprocessing(),
        file.Metadata,
        Layers = file.Layers.Select(layer => new { Layer = layer.Layer.ToString(), layer.Tensor, layer.Shape, layer.Type }),
    };
}

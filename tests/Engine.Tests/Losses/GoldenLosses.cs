using System.Text.Json;
using NeuralStyle.Engine.Tests.Golden;

namespace NeuralStyle.Engine.Tests.Losses;

/// <summary>The reference's losses.json.</summary>
internal sealed class GoldenLosses
{
    private readonly JsonElement _root;

    private GoldenLosses(JsonElement root) => _root = root;

    public static GoldenLosses Read() =>
        new(JsonDocument.Parse(File.ReadAllText(SharedFolder.Path("golden", "losses.json"))).RootElement);

    public double OfLayer(string layer, string name) => _root.GetProperty("per_layer").GetProperty(layer).GetProperty(name).GetDouble();

    public double Tv(string name) => _root.GetProperty("tv_of_init").GetProperty(name).GetDouble();

    public double Total(string name) => _root.GetProperty("total_neural_style_pt").GetProperty(name).GetDouble();

    public double[] Curve(string group, string name) =>
        [.. _root.GetProperty(group).GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    public double[] Curve(string name) => [.. _root.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}

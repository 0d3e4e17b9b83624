using System.Text.Json.Nodes;
using NeuralStyle.Plan.Layers;

namespace NeuralStyle.Plan.Parameters;

/// <summary>
/// A set of layers. Values are <see cref="LayerSet"/>, in the order in which an image passes the layers: the order in which
/// they were written changes nothing in a trial, so it must not change the trial's id.
/// </summary>
public sealed class LayerSetParameter : ParameterDefinition
{
    private readonly Func<TrialParameters, LayerSet> _read;
    private readonly Func<TrialParameters, LayerSet, TrialParameters> _write;

    internal LayerSetParameter(
        string name,
        string description,
        Func<TrialParameters, LayerSet> read,
        Func<TrialParameters, LayerSet, TrialParameters> write)
        : base(name, description, string.Empty)
    {
        _read = read;
        _write = write;
    }

    /// <inheritdoc/>
    public override string Allowed => "layers of VGG-19, e.g. relu4_2, [relu1_1, relu2_1] or relu1_1..relu5_1";

    /// <summary>The set of the given layers, ordered by depth.</summary>
    public static LayerSet SetOf(IEnumerable<LayerName> layers) => [.. layers.OrderBy(VggTopology.DepthOf)];

    /// <inheritdoc/>
    public override object ValueOf(TrialParameters parameters) => _read(parameters);

    /// <inheritdoc/>
    public override TrialParameters WithValue(TrialParameters parameters, object value) => _write(parameters, (LayerSet)value);

    /// <inheritdoc/>
    public override object? Parse(string text, ICollection<ValueProblem> problems) =>
        LayerSetText.Parse(text, problems) is { } layers ? SetOf(layers) : null;

    /// <inheritdoc/>
    public override string Label(object value) => LayerSetText.Format((LayerSet)value);

    /// <inheritdoc/>
    public override JsonNode ToJson(object value) =>
        new JsonArray([.. ((LayerSet)value).Select(layer => JsonValue.Create(layer.ToString()))]);

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var names = VggTopology.Layers.Select(known => JsonValue.Create(known.ToString()));
        var layer = new JsonObject { ["enum"] = new JsonArray([.. names]) };
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "array", ["items"] = layer, ["minItems"] = 1, ["uniqueItems"] = true },
                new JsonObject { ["type"] = "string", ["description"] = "Names separated by commas, or a run such as relu1_1..relu5_1." }),
        };
    }
}

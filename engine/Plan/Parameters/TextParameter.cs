using System.Text.Json.Nodes;

namespace NeuralStyle.Plan.Parameters;

/// <summary>A value that is written as text in a small grammar of its own: a schedule, a ladder of scales, weights of layers.</summary>
public abstract class TextParameter : ParameterDefinition
{
    private protected TextParameter(string name, string description, string allowed, TextForms forms, string pairSeparator)
        : base(name, description, string.Empty)
    {
        Allowed = allowed;
        Forms = forms;
        PairSeparator = pairSeparator;
    }

    /// <inheritdoc/>
    public override string Allowed { get; }

    /// <summary>How it may be written beside a string.</summary>
    public TextForms Forms { get; }

    /// <summary>What stands between key and value of a pair in the text; empty where it has no pairs.</summary>
    public string PairSeparator { get; }

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var text = new JsonObject { ["type"] = "string", ["description"] = Allowed };
        if (Forms == TextForms.Plain)
            return text;

        var forms = new JsonArray(text);
        if (Forms.HasFlag(TextForms.List))
            forms.Add(new JsonObject { ["type"] = "array", ["items"] = Item(), ["minItems"] = 1 });
        if (Forms.HasFlag(TextForms.Mapping))
            forms.Add(new JsonObject { ["type"] = "object", ["additionalProperties"] = Item(), ["minProperties"] = 1 });
        return new JsonObject { ["anyOf"] = forms };
    }

    private static JsonObject Item() => new() { ["type"] = new JsonArray("string", "number") };
}

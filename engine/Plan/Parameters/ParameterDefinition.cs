using System.Text.Json.Nodes;

namespace NeuralStyle.Plan.Parameters;

/// <summary>
/// One parameter of a trial: its name in the manifest, what it means, what is allowed, how it is read, labelled and written.
/// Parsing, axes, labels, schema, table columns and pages are all driven by these.
/// </summary>
public abstract class ParameterDefinition
{
    private protected ParameterDefinition(string name, string description, string unit)
    {
        Name = name;
        Description = description;
        Unit = unit;
    }

    /// <summary>Name in the manifest, camelCase.</summary>
    public string Name { get; }

    /// <summary>What it is, in one line without the unit.</summary>
    public string Description { get; }

    /// <summary>Unit of its values; empty when it has none.</summary>
    public string Unit { get; }

    /// <summary>What is allowed, to be read after "allowed: ".</summary>
    public abstract string Allowed { get; }

    /// <summary>The value that a trial has.</summary>
    public abstract object ValueOf(TrialParameters parameters);

    /// <summary>The trial's parameters with another value of this one.</summary>
    public abstract TrialParameters WithValue(TrialParameters parameters, object value);

    /// <summary>Reads a value from its text.</summary>
    /// <param name="text">The text, e.g. <c>1e4</c>, <c>strong-wolfe</c> or <c>relu1_1, relu2_1</c>.</param>
    /// <param name="problems">Receives at least one problem when the result is null.</param>
    /// <returns>The value, or null.</returns>
    public abstract object? Parse(string text, ICollection<ValueProblem> problems);

    /// <summary>The canonical text of a value; <see cref="Parse"/> reads it back as an equal value.</summary>
    public abstract string Label(object value);

    /// <summary>The canonical text of the value that a trial has.</summary>
    public string LabelOf(TrialParameters parameters) => Label(ValueOf(parameters));

    /// <summary>A value as JSON, in the form of <see cref="TrialParameters"/>'s documents.</summary>
    public abstract JsonNode ToJson(object value);

    /// <summary>JSON Schema of one value.</summary>
    public abstract JsonObject Schema();

    /// <summary>The manifest name.</summary>
    public override string ToString() => Name;
}

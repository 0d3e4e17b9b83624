using System.Text.Json.Nodes;

namespace NeuralStyle.Plan.Parameters;

/// <summary>A value that is written as text in a small grammar of its own: a schedule, a ladder of scales, weights of layers.</summary>
/// <typeparam name="T">The value; its <c>ToString</c> is the canonical text.</typeparam>
public sealed class TextParameter<T> : ParameterDefinition
    where T : class
{
    private readonly Func<string, ICollection<ValueProblem>, T?> _parse;
    private readonly Func<TrialParameters, T> _read;
    private readonly Func<TrialParameters, T, TrialParameters> _write;

    internal TextParameter(
        string name,
        string description,
        string unit,
        string allowed,
        Func<string, ICollection<ValueProblem>, T?> parse,
        Func<TrialParameters, T> read,
        Func<TrialParameters, T, TrialParameters> write)
        : base(name, description, unit)
    {
        Allowed = allowed;
        _parse = parse;
        _read = read;
        _write = write;
    }

    /// <inheritdoc/>
    public override string Allowed { get; }

    /// <inheritdoc/>
    public override object ValueOf(TrialParameters parameters) => _read(parameters);

    /// <inheritdoc/>
    public override TrialParameters WithValue(TrialParameters parameters, object value) => _write(parameters, (T)value);

    /// <inheritdoc/>
    public override object? Parse(string text, ICollection<ValueProblem> problems) => _parse(text, problems);

    /// <inheritdoc/>
    public override string Label(object value) => value.ToString()!;

    /// <inheritdoc/>
    public override JsonNode ToJson(object value) => JsonValue.Create(Label(value));

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["description"] = Allowed };
}

using System.Text.Json.Nodes;

namespace NeuralStyle.Plan.Parameters;

/// <summary>A text parameter whose values are of one type.</summary>
/// <typeparam name="T">The value; its <c>ToString</c> is the canonical text.</typeparam>
public sealed class ParsedTextParameter<T> : TextParameter
    where T : class
{
    private const string None = "none";

    private readonly Func<string, ICollection<ValueProblem>, T?> _parse;
    private readonly Func<TrialParameters, T> _read;
    private readonly Func<TrialParameters, T, TrialParameters> _write;

    internal ParsedTextParameter(
        string name,
        string description,
        string allowed,
        Func<string, ICollection<ValueProblem>, T?> parse,
        Func<TrialParameters, T> read,
        Func<TrialParameters, T, TrialParameters> write,
        TextForms forms = TextForms.Plain,
        string pairSeparator = "")
        : base(name, description, allowed, forms, pairSeparator)
    {
        _parse = parse;
        _read = read;
        _write = write;
    }

    /// <inheritdoc/>
    public override object ValueOf(TrialParameters parameters) => _read(parameters);

    /// <inheritdoc/>
    public override TrialParameters WithValue(TrialParameters parameters, object value) => _write(parameters, (T)value);

    /// <inheritdoc/>
    public override object? Parse(string text, ICollection<ValueProblem> problems) => _parse(text, problems);

    /// <inheritdoc/>
    /// <remarks>What is empty in a document, the id of no trial, is <c>none</c> for people.</remarks>
    public override string Label(object value) => value.ToString() is { Length: > 0 } text ? text : None;

    /// <inheritdoc/>
    public override JsonNode ToJson(object value) => JsonValue.Create(value.ToString()!);
}

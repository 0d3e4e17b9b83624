using System.Text.Json.Nodes;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Parameters;

/// <summary>A choice among the members of an enum, by their kebab-case names. Values are of the enum's type.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class EnumParameter<T> : ParameterDefinition
    where T : struct, Enum
{
    private readonly Func<TrialParameters, T> _read;
    private readonly Func<TrialParameters, T, TrialParameters> _write;

    internal EnumParameter(
        string name,
        string description,
        Func<TrialParameters, T> read,
        Func<TrialParameters, T, TrialParameters> write)
        : base(name, description, string.Empty)
    {
        _read = read;
        _write = write;
    }

    /// <inheritdoc/>
    public override string Allowed => string.Join(", ", EnumNames.All<T>());

    /// <inheritdoc/>
    public override object ValueOf(TrialParameters parameters) => _read(parameters);

    /// <inheritdoc/>
    public override TrialParameters WithValue(TrialParameters parameters, object value) => _write(parameters, (T)value);

    /// <inheritdoc/>
    public override object? Parse(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var trimmed = text.Trim();
        if (EnumNames.TryParse(trimmed, out T member))
            return member;

        var offset = text.Length - text.TrimStart().Length;
        var suggestion = Suggestion.For(trimmed, EnumNames.All<T>());
        problems.Add(new ValueProblem(offset, $"'{Shown.Text(trimmed)}' is not one of the choices{suggestion}; allowed: {Allowed}"));
        return null;
    }

    /// <inheritdoc/>
    public override string Label(object value) => EnumNames.Of((T)value);

    /// <inheritdoc/>
    public override JsonNode ToJson(object value) => JsonValue.Create(Label(value));

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. EnumNames.All<T>().Select(name => JsonValue.Create(name))]) };
}

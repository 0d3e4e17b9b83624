using System.Globalization;
using System.Text.Json.Nodes;
using NeuralStyle.Plan.Numbers;

namespace NeuralStyle.Plan.Parameters;

/// <summary>A whole number within a range. Values are <see cref="long"/>.</summary>
public sealed class IntegerParameter : NumericParameter
{
    private const long Drawn = -1;

    private readonly Func<TrialParameters, long> _read;
    private readonly Func<TrialParameters, long, TrialParameters> _write;

    internal IntegerParameter(
        string name,
        string description,
        string unit,
        long minimum,
        long maximum,
        Func<TrialParameters, long> read,
        Func<TrialParameters, long, TrialParameters> write)
        : base(name, description, unit)
    {
        Minimum = minimum;
        Maximum = maximum;
        _read = read;
        _write = write;
    }

    /// <summary>Smallest value allowed.</summary>
    public long Minimum { get; }

    /// <summary>Largest value allowed.</summary>
    public long Maximum { get; }

    /// <inheritdoc/>
    public override bool IsWhole => true;

    /// <summary>Whether -1 is allowed too, and stands for a number that the sweep draws.</summary>
    public bool CanBeDrawn { get; init; }

    /// <inheritdoc/>
    public override string Allowed => string.Create(
        CultureInfo.InvariantCulture, $"whole numbers {Minimum} to {Maximum}{(CanBeDrawn ? ", or -1 for one that the sweep draws" : string.Empty)}");

    /// <inheritdoc/>
    public override object ValueOf(TrialParameters parameters) => _read(parameters);

    /// <inheritdoc/>
    public override TrialParameters WithValue(TrialParameters parameters, object value) => _write(parameters, (long)value);

    /// <inheritdoc/>
    public override object? FromNumber(double number, string shown, int offset, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (number != Math.Truncate(number))
            problems.Add(new ValueProblem(offset, $"'{shown}' is not a whole number; allowed: {Allowed}"));
        else if (number < Minimum || number > Maximum)
            problems.Add(new ValueProblem(offset, $"{shown} is out of range; allowed: {Allowed}"));
        else
            return (long)number;

        return null;
    }

    /// <inheritdoc/>
    /// <remarks>-1 is a text for a number, and no number that a range could lead to.</remarks>
    public override object? Parse(string text, ICollection<ValueProblem> problems) =>
        CanBeDrawn && NumberText.TryParse(text, out var number) && number == Drawn ? Drawn : base.Parse(text, problems);

    /// <inheritdoc/>
    public override string Label(object value) => ((long)value).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override JsonNode ToJson(object value) => JsonValue.Create((long)value);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = CanBeDrawn ? Drawn : Minimum, ["maximum"] = Maximum };
}

using System.Text.Json.Nodes;
using NeuralStyle.Plan.Numbers;

namespace NeuralStyle.Plan.Parameters;

/// <summary>A real number: 0 or more, above 0, or within a range. Values are <see cref="double"/>.</summary>
public sealed class NumberParameter : NumericParameter
{
    /// <summary>Above this, sums of losses leave the range of float32.</summary>
    public const double Largest = 1e30;

    private readonly Func<TrialParameters, double> _read;
    private readonly Func<TrialParameters, double, TrialParameters> _write;

    internal NumberParameter(
        string name,
        string description,
        string unit,
        bool allowsZero,
        Func<TrialParameters, double> read,
        Func<TrialParameters, double, TrialParameters> write)
        : base(name, description, unit)
    {
        AllowsZero = allowsZero;
        _read = read;
        _write = write;
    }

    /// <summary>A number within a range, both ends allowed.</summary>
    internal NumberParameter(
        string name,
        string description,
        string unit,
        double minimum,
        double maximum,
        Func<TrialParameters, double> read,
        Func<TrialParameters, double, TrialParameters> write)
        : this(name, description, unit, allowsZero: minimum == 0, read, write)
    {
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Whether 0 is allowed; below it nothing is.</summary>
    public bool AllowsZero { get; }

    /// <summary>Smallest value allowed, or 0, which <see cref="AllowsZero"/> may exclude.</summary>
    public double Minimum { get; }

    /// <summary>Largest value allowed.</summary>
    public double Maximum { get; } = Largest;

    /// <inheritdoc/>
    public override bool IsWhole => false;

    /// <inheritdoc/>
    public override string Allowed => Minimum > 0 || AllowsZero
        ? $"numbers {NumberText.Format(Minimum)} to {NumberText.Format(Maximum)}"
        : $"numbers above 0, to {NumberText.Format(Maximum)}";

    /// <inheritdoc/>
    public override object ValueOf(TrialParameters parameters) => _read(parameters);

    /// <inheritdoc/>
    public override TrialParameters WithValue(TrialParameters parameters, object value) => _write(parameters, (double)value);

    /// <inheritdoc/>
    public override object? FromNumber(double number, string shown, int offset, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (number >= Minimum && (AllowsZero || number > 0) && number <= Maximum)
            return number;

        problems.Add(new ValueProblem(offset, $"{shown} is out of range; allowed: {Allowed}"));
        return null;
    }

    /// <inheritdoc/>
    public override string Label(object value) => NumberText.Format((double)value);

    /// <inheritdoc/>
    public override JsonNode ToJson(object value) => JsonValue.Create((double)value);

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "number",
        [AllowsZero || Minimum > 0 ? "minimum" : "exclusiveMinimum"] = Minimum,
        ["maximum"] = Maximum,
    };
}

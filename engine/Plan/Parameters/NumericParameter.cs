using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Parameters;

/// <summary>A parameter whose values are numbers, so that ranges of them can be asked for.</summary>
public abstract class NumericParameter : ParameterDefinition
{
    private protected NumericParameter(string name, string description, string unit)
        : base(name, description, unit)
    {
    }

    /// <summary>Whether only whole numbers are allowed.</summary>
    public abstract bool IsWhole { get; }

    /// <summary>Makes a value of a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="shown">The number as the message is to show it.</param>
    /// <param name="offset">Where it stands in the text that is read.</param>
    /// <param name="problems">Receives a problem when the result is null.</param>
    /// <returns>The value, or null when it is not allowed.</returns>
    public abstract object? FromNumber(double number, string shown, int offset, ICollection<ValueProblem> problems);

    /// <inheritdoc/>
    public override object? Parse(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var offset = text.Length - text.TrimStart().Length;
        var trimmed = text.Trim();
        if (NumberText.TryParse(trimmed, out var number))
            return FromNumber(number, Shown.Text(trimmed), offset, problems);

        problems.Add(new ValueProblem(offset, $"'{Shown.Text(trimmed)}' is not a number; allowed: {Allowed}"));
        return null;
    }
}

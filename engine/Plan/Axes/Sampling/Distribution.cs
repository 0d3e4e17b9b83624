using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Axes.Sampling;

/// <summary>What a parameter's random values are drawn from.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Possible">How many different values there are; infinite where they are as good as that.</param>
/// <param name="At">The value of a uniform number, 0 to below 1.</param>
/// <param name="Rank">Where a value stands among the others on an axis: by size, or as in the list that it is from.</param>
internal sealed record Distribution(ParameterDefinition Parameter, double Possible, Func<double, object> At, Func<object, double> Rank)
{
    /// <summary>
    /// A drawn number is rounded to a two-thousandth of the range, or on a log scale of itself where that is finer: its label, which must be
    /// the value, is then readable, and there are always enough different ones.
    /// </summary>
    private const double Rounding = 1.0 / 2000;

    /// <summary>One of some values, each as likely.</summary>
    public static Distribution Of(ParameterDefinition parameter, IReadOnlyList<object> values) =>
        new(parameter, values.Count, uniform => values[(int)(uniform * values.Count)], value => values.ToList().IndexOf(value));

    /// <summary>A number between two, each as likely; or each ratio as likely.</summary>
    /// <param name="parameter">The parameter, which both ends are allowed for.</param>
    /// <param name="low">The smallest.</param>
    /// <param name="high">The largest.</param>
    /// <param name="isLog">Whether their logarithms are drawn; both ends are then above 0.</param>
    public static Distribution Between(NumericParameter parameter, double low, double high, bool isLog)
    {
        var (from, to) = isLog ? (Math.Log10(low), Math.Log10(high)) : (low, high);
        if (!parameter.IsWhole)
        {
            // Rounding also hides what mathematics libraries differ in: the last bits of a power.
            return new Distribution(parameter, double.PositiveInfinity, uniform =>
            {
                var value = from + ((to - from) * uniform);
                value = isLog ? Math.Pow(10, value) : value;
                return ValueOf(parameter, Math.Clamp(CleanNumber.Of(value, Rounding * (isLog ? Math.Min(value, high - low) : high - low)), low, high));
            }, value => (double)value);
        }

        var count = high - low + 1;
        return new Distribution(parameter, count, uniform => ValueOf(
            parameter,
            isLog ? Math.Clamp(Math.Round(Math.Pow(10, from + ((to - from) * uniform))), low, high) : low + Math.Floor(uniform * count)), value => (long)value);
    }

    private static object ValueOf(NumericParameter parameter, double number) =>
        parameter.FromNumber(number, NumberText.Format(number), 0, [])
        ?? throw new InvalidOperationException($"{parameter} allows both ends of a range and not {number} between them");
}

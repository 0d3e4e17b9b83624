using NeuralStyle.Plan.Effects;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Preferences;

/// <summary>Numbers around a winner, between its neighbors on the axis.</summary>
internal static class FinerValues
{
    // As a range of the manifest rounds: a two-thousandth of the distance to the next value.
    private const double Rounding = 1.0 / 2000;

    /// <summary>
    /// The winner, its neighbors, and values half way between them, by ratio where the axis is spaced by ratio. Beyond the end of the axis,
    /// where the best value may lie, the neighbor is as far away as the one on the other side; values that are not allowed are left out.
    /// </summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="axis">Its values in the sweep, distinct.</param>
    /// <param name="winner">The winner's, one of them.</param>
    /// <param name="withNeighbors">Whether the neighbors are among them, which the sweep has computed already.</param>
    public static IReadOnlyList<object> Around(NumericParameter parameter, IReadOnlyList<double> axis, double winner, bool withNeighbors)
    {
        var log = AxisNumbers.Of(axis).Spacing == AxisSpacing.Log;
        var (below, above) = (axis.Where(value => value < winner).Cast<double?>().Max(), axis.Where(value => value > winner).Cast<double?>().Min());
        var low = below ?? Mirrored(above!.Value);
        var high = above ?? Mirrored(below!.Value);
        double[] numbers = [low, Between(low), winner, Between(high), high];
        var values = new List<object>();
        for (var index = withNeighbors ? 0 : 1; index < numbers.Length - (withNeighbors ? 0 : 1); index++)
        {
            // What the sweep has is kept to the last digit, so that its trials are found again.
            var number = axis.Contains(numbers[index]) ? numbers[index] : Clean(numbers[index], Math.Abs(Between(numbers[index]) - winner));
            if (parameter.FromNumber(number, string.Empty, 0, []) is { } value && !values.Contains(value))
                values.Add(value);
        }

        return values;

        double Mirrored(double neighbor) => log ? winner * winner / neighbor : winner + (winner - neighbor);

        double Between(double end) => log ? Math.Sqrt(winner * end) : (winner + end) / 2;

        double Clean(double number, double gap) => parameter.IsWhole ? Math.Round(number) : CleanNumber.Of(number, gap * Rounding);
    }
}

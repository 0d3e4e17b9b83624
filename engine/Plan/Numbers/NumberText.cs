using System.Globalization;

namespace NeuralStyle.Plan.Numbers;

/// <summary>Numbers as the manifest writes them: decimal or scientific, with a point, no separators.</summary>
public static class NumberText
{
    /// <summary>Reads a finite number such as <c>300</c>, <c>0.05</c> or <c>1e4</c>; false for anything else.</summary>
    public static bool TryParse(string text, out double value)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
            return false;

        // -0 and 0 are one setting and must be one trial.
        value = value == 0 ? 0 : value;
        return true;
    }

    /// <summary>
    /// The shortest form that reads back as the same value: decimal or scientific, decimal when both are as long, e.g.
    /// <c>300</c>, <c>1e4</c>, <c>0.05</c>, <c>1e-3</c>.
    /// </summary>
    public static string Format(double value)
    {
        var (negative, digits, exponent) = Digits(value);
        var sign = negative ? "-" : string.Empty;
        var scientific = Scientific(digits, exponent);
        if (exponent is < -8 or > 20)
            return sign + scientific;

        var plain = Plain(digits, exponent);
        return sign + (plain.Length <= scientific.Length ? plain : scientific);
    }

    /// <summary>Significant digits without trailing zeros, and the power of ten of the first one.</summary>
    private static (bool Negative, string Digits, int Exponent) Digits(double value)
    {
        if (value == 0)
            return (false, "0", 0);

        // "R": the shortest digits that read back exactly, with no binary noise.
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var power = mark < 0 ? 0 : int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var integerDigits = point < 0 ? mantissa.Length : point;
        var all = mantissa.Replace(".", string.Empty, StringComparison.Ordinal);
        var leadingZeros = all.Length - all.TrimStart('0').Length;
        return (value < 0, all.Trim('0'), power + integerDigits - 1 - leadingZeros);
    }

    private static string Scientific(string digits, int exponent) =>
        string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : string.Empty)}e{exponent}");

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0)
            return "0." + new string('0', -exponent - 1) + digits;

        return digits.Length <= exponent + 1
            ? digits + new string('0', exponent + 1 - digits.Length)
            : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }
}

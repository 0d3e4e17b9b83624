using System.Globalization;
using System.Text.Json.Serialization;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Searches;

/// <summary>The share of the trials of a rung that goes up to the next: a fraction in lowest terms, so that a third of 9 is 3 and not 4.</summary>
[JsonConverter(typeof(Converter))]
public sealed record KeptShare
{
    /// <summary>What is allowed, to be read after "allowed: ".</summary>
    public const string Allowed = "a fraction such as 1/3, or a number above 0 and below 1 such as 0.4";

    private const int LargestDenominator = 10_000;
    private const int MostDecimals = 4;

    private KeptShare(int numerator, int denominator) => (Numerator, Denominator) = (numerator, denominator);

    /// <summary>A third, the default.</summary>
    public static KeptShare Third { get; } = new(1, 3);

    /// <summary>Above the line; 1 or more.</summary>
    public int Numerator { get; }

    /// <summary>Below the line; more than <see cref="Numerator"/>.</summary>
    public int Denominator { get; }

    /// <summary>How many of so many go up: the share, rounded up, so that of one or more at least one does.</summary>
    /// <param name="trials">Trials of the rung; 0 or more.</param>
    public int Of(int trials) => (int)((((long)trials * Numerator) + Denominator - 1) / Denominator);

    /// <summary>Reads <c>1/3</c> or <c>0.4</c>; null after a problem.</summary>
    public static KeptShare? Parse(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        if (Fraction(text.Trim()) is var (numerator, denominator) && numerator > 0 && numerator < denominator && denominator <= LargestDenominator)
        {
            var common = GreatestCommonDivisor(numerator, denominator);
            return new KeptShare(numerator / common, denominator / common);
        }

        problems.Add(new ValueProblem(0, $"'{Shown.Text(text.Trim())}' is no share of a rung; allowed: {Allowed}, in ten-thousandths at the finest"));
        return null;
    }

    /// <summary>The canonical text, e.g. <c>1/3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static (int Numerator, int Denominator)? Fraction(string text)
    {
        var parts = text.Split('/');
        if (parts.Length == 2)
            return Whole(parts[0].Trim(), MostDecimals + 1) is { } above && Whole(parts[1].Trim(), MostDecimals + 1) is { } below ? (above, below) : null;

        var decimals = text.StartsWith("0.", StringComparison.Ordinal) ? text[2..] : text.StartsWith('.') ? text[1..] : string.Empty;
        return Whole(decimals, MostDecimals) is { } digits ? (digits, (int)Math.Pow(10, decimals.Length)) : null;
    }

    private static int? Whole(string text, int mostDigits) =>
        text.Length > 0 && text.Length <= mostDigits && text.All(char.IsAsciiDigit) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static int GreatestCommonDivisor(int one, int other) => other == 0 ? one : GreatestCommonDivisor(other, one % other);

    private sealed class Converter() : TextValueConverter<KeptShare>(Parse);
}

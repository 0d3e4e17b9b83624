using System.Globalization;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Functions.Verification;

/// <summary>Where two texts differ.</summary>
internal static class TextDifference
{
    private const int Before = 30;
    private const int After = 50;

    /// <summary>The first difference, by line, with what stands around it; null where they are equal.</summary>
    public static string? Between(string said, string truth)
    {
        if (said == truth)
            return null;

        var place = said.AsSpan().CommonPrefixLength(truth);
        var line = said.AsSpan(0, place).Count('\n') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"line {line} says \"{Around(said, place)}\"; true is \"{Around(truth, place)}\"");
    }

    private static string Around(string text, int place)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, Math.Min(place, text.Length) - 1), Math.Min(place, Before)) + 1;
        start = Math.Max(start, place - Before);
        return Shown.Text(text[start..Math.Min(text.Length, place + After)], Before + After);
    }
}

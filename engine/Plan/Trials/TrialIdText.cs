using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Trials;

/// <summary>Ids of trials as a manifest names them.</summary>
internal static class TrialIdText
{
    public const string Allowed = "none, or the id of a finished trial, 16 digits of 0-9 and a-f";

    private const string None = "none";
    private const int Length = 16;

    /// <summary>The id; empty for none; null after a problem.</summary>
    public static string? Parse(string text, ICollection<ValueProblem> problems)
    {
        var id = text.Trim();
        if (id is None or "")
            return string.Empty;
        if (id.Length == Length && id.All(char.IsAsciiHexDigitLower))
            return id;

        problems.Add(new ValueProblem(0, $"'{Shown.Text(id)}' is no id of a trial; allowed: {Allowed}"));
        return null;
    }
}

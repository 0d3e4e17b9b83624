namespace NeuralStyle.Plan.Reports.Columns;

/// <summary>What a trial has in a column: a text, and the exact number that it is sorted and plotted by where it is one.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Number">The number; absent of texts.</param>
internal sealed record TrialValue(string Text, double? Number = null)
{
    /// <summary>A number's value; null where there is none, or none that is finite.</summary>
    public static TrialValue? Of(double? number, Func<double, string> format) =>
        number is { } exact && double.IsFinite(exact) ? new TrialValue(format(exact), exact) : null;
}

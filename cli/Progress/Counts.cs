using System.Globalization;

namespace NeuralStyle.Cli.Progress;

/// <summary>Numbers of trials in words.</summary>
internal static class Counts
{
    /// <summary>E.g. <c>12 of 18 trials completed (12 reused), 0 failed, 6 cancelled</c>; what is rare is named only where there is any.</summary>
    public static string Of(int completed, int total, int reused, int failed, int cancelled, int notRun, int dropped = 0) => string.Create(
        CultureInfo.InvariantCulture,
        $"{completed} of {total} trials completed ({reused} reused), {failed} failed{Some(dropped, "dropped")}{Some(cancelled, "cancelled")}{Some(notRun, "not run")}");

    private static string Some(int count, string what) =>
        count == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {count} {what}");
}

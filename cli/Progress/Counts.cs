using System.Globalization;

namespace NeuralStyle.Cli.Progress;

/// <summary>Numbers of trials in words.</summary>
internal static class Counts
{
    /// <summary>
    /// E.g. <c>12 of 18 trials completed (12 reused), 0 failed, 6 cancelled</c>; what is rare is named only where there is any. Where some were
    /// dropped, which may be reused too: <c>2 of 18 trials completed, 0 failed, 16 dropped; 12 of all reused</c>.
    /// </summary>
    public static string Of(int completed, int total, int reused, int failed, int cancelled, int notRun, int dropped = 0) => string.Create(
        CultureInfo.InvariantCulture,
        $"{completed} of {total} trials completed{(dropped == 0 ? $" ({reused} reused)" : string.Empty)}, {failed} failed{Some(dropped, "dropped")}{Some(cancelled, "cancelled")}{Some(notRun, "not run")}{(dropped == 0 ? string.Empty : $"; {reused} of all reused")}");

    private static string Some(int count, string what) =>
        count == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {count} {what}");
}

using NeuralStyle.Plan.Effects.Confounding;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Effects;

/// <summary>Warnings about confounded comparisons as text, by kind.</summary>
internal static class WarningLines
{
    public static async Task WriteAsync(TextWriter output, IReadOnlyList<ConfoundingWarning> warnings)
    {
        if (warnings.Count == 0)
        {
            await output.WriteLineAsync("no comparison is confounded, as far as the settings tell");
            return;
        }

        foreach (var kind in warnings.GroupBy(warning => warning.Kind))
        {
            await output.WriteLineAsync($"{Heading(kind.Key)}:");
            foreach (var warning in kind)
                await output.WriteLineAsync($"  {warning.Text}");
        }
    }

    private static string Heading(ConfoundingKind kind) => kind switch
    {
        ConfoundingKind.SameSetting => "warning: one and the same setting under several names",
        ConfoundingKind.LabelContradicted => "warning: labels that the executed settings contradict",
        ConfoundingKind.LabelSilent => "warning: labels that leave out what was changed",
        ConfoundingKind.SeveralFactors => "warning: confounded, more than one factor differs from the baseline",
        ConfoundingKind.AxisChangesSeveral => "warning: confounded, axes that change several factors together",
        ConfoundingKind.NeverAlone => "warning: confounded, axes that never vary alone",
        ConfoundingKind.DefaultNeverRan => "warning: published defaults that no run has",
        ConfoundingKind.NoBaseline => "warning: the baseline was not run",
        ConfoundingKind.NotRecorded => "warning: published, not recorded",
        _ => EnumNames.Of(kind),
    };
}

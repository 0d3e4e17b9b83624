using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Reports;

/// <summary>
/// The parameters that captions, tables and pages show: those whose value goes without saying in every trial, or has no part in any, are
/// left out, as there are many of them and a reader has no use for them.
/// </summary>
internal static class ShownParameters
{
    /// <summary>The parameters to show for some trials, in the catalog's order.</summary>
    public static IReadOnlyList<ParameterDefinition> Of(IReadOnlyCollection<TrialParameters> trials) =>
        [.. ParameterCatalog.All.Where(parameter => trials.Any(trial => IsShown(parameter, trial)))];

    /// <summary>Whether a trial alone would show a parameter.</summary>
    public static bool IsShown(ParameterDefinition parameter, TrialParameters trial) =>
        Influence.Has(parameter, trial) && !NeutralValues.GoesWithoutSaying(parameter, trial);
}

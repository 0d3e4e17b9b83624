using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Reports;

/// <summary>
/// The settings that all trials of a sweep share, in words, but for those that go without saying or have no part in them: the caption of
/// the sheet.
/// </summary>
public static class SettingsCaption
{
    private const char NoBreakSpace = '\u00A0';

    // No line begins with the dot.
    private const string Separator = "\u00A0· ";

    private static readonly ParameterDefinition[] OfTheLoss =
    [
        ParameterCatalog.Convention, ParameterCatalog.WeightsFrom,
        ParameterCatalog.ContentLayers, ParameterCatalog.ContentLayerWeights, ParameterCatalog.ContentLoss, ParameterCatalog.ContentWeight,
        ParameterCatalog.ContentSchedule,
        ParameterCatalog.StyleLayers, ParameterCatalog.StyleLayerWeights, ParameterCatalog.StyleLoss, ParameterCatalog.StyleWeight,
        ParameterCatalog.StyleSchedule,
        ParameterCatalog.TvConvention, ParameterCatalog.TvWeight, ParameterCatalog.TvSchedule,
    ];

    /// <summary>The caption: a line on how the trials ran and a line on their loss, each left out when everything in it varies.</summary>
    public static IReadOnlyList<string> Of(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        // The settings of a search are those of its first rung; its sizes are said beside them.
        var trials = plan.UpTo(0).Trials;
        var shared = ShownParameters.Of([.. trials.Select(trial => trial.Parameters)])
            .Where(parameter => plan.Search is null || parameter != ParameterCatalog.ImageSize)
            .Where(parameter => Having(parameter).Select(parameter.LabelOf).Distinct().Count() == 1)
            .ToList();
        return
        [
            .. new[] { shared.Except(OfTheLoss), OfTheLoss.Intersect(shared) }
                .Select(line => string.Join(Separator, line.Select(parameter => Item(parameter, Having(parameter).First()))))
                .Where(line => line.Length > 0),
        ];

        // What a parameter is where it does nothing is no setting of anyone's.
        IEnumerable<TrialParameters> Having(ParameterDefinition parameter) =>
            trials.Select(trial => trial.Parameters).Where(parameters => Influence.Has(parameter, parameters));
    }

    /// <summary>Name, value and unit, kept together where the line is broken.</summary>
    private static string Item(ParameterDefinition parameter, TrialParameters parameters) =>
        $"{parameter.Name} {ReportIndex.Value(parameter, parameters)}".Replace(' ', NoBreakSpace);
}

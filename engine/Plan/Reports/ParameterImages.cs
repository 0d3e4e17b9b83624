using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Reports;

/// <summary>The images that a sweep's parameters name: one to start from, masks.</summary>
public static class ParameterImages
{
    /// <summary>The parameter and the name of each, once an image, by the first parameter that names it.</summary>
    public static IReadOnlyList<(string Parameter, string Name)> Of(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. ParameterCatalog.All
                .SelectMany(definition => plan.Trials
                    .Select(trial => definition.ValueOf(trial.Parameters))
                    .OfType<ImageNames>()
                    .SelectMany(images => images.Names)
                    .Select(name => (definition.Name, name)))
                .DistinctBy(image => image.name),
        ];
    }
}

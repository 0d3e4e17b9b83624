using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Planning;

/// <summary>The columns of a plan's table that tell its trials apart: of all there is to say, only what varies.</summary>
internal static class PlanColumns
{
    private const string WithoutPart = "-";

    /// <summary>Name and value of each column, in the order: experiment, images, parameters.</summary>
    public static IReadOnlyList<(string Name, Func<Trial, string> ValueOf)> Of(SweepPlan plan)
    {
        var columns = new List<(string Name, Func<Trial, string> ValueOf)>
        {
            (AxisNames.Experiment, ExperimentsOf(plan)),
            (AxisNames.Content, trial => trial.Content.Name),
            (AxisNames.Style, trial => string.Join(" + ", trial.Styles.Select(style => style.Name))),
        };
        columns.AddRange(ParameterCatalog.All.Select(parameter => (parameter.Name, new Func<Trial, string>(trial =>
            Influence.Has(parameter, trial.Parameters) ? parameter.LabelOf(trial.Parameters) : WithoutPart))));
        return [.. columns.Where(column => plan.Trials.Select(column.ValueOf).Where(value => value != WithoutPart).Distinct().Skip(1).Any())];
    }

    /// <summary>The experiments that a trial is of; several may come to the same setting.</summary>
    private static Func<Trial, string> ExperimentsOf(SweepPlan plan)
    {
        var axis = plan.Axes.ToList().FindIndex(candidate => candidate.Name == AxisNames.Experiment);
        if (axis < 0)
            return _ => string.Empty;
        var cells = plan.Cells.ToLookup(cell => cell.TrialId, cell => plan.Axes[axis].Labels[cell.Coordinates[axis]]);
        return trial => string.Join(" = ", cells[trial.Id].Distinct());
    }
}

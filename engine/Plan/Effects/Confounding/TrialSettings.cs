using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Effects.Confounding;

/// <summary>The settings of a sweep's cells as executed: images and those parameters that have a part in the trial.</summary>
internal sealed class TrialSettings
{
    private readonly Dictionary<string, ComparedSetting> _byTrial;
    private readonly SweepPlan _plan;

    /// <summary>Reads the settings.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="records">What was executed; a trial without a record is taken as planned.</param>
    public TrialSettings(SweepPlan plan, IReadOnlyDictionary<string, TrialRecord> records)
    {
        _plan = plan;
        _byTrial = plan.Trials.ToDictionary(trial => trial.Id, trial =>
        {
            var record = records.GetValueOrDefault(trial.Id);
            var parameters = record?.Parameters ?? trial.Parameters;
            var factors = new Dictionary<string, string>(StringComparer.Ordinal);
            if (parameters.ReadsContent)
                factors[AxisNames.Content] = (record?.Content ?? trial.Content).Name;
            if (parameters.ReadsStyle)
                factors[AxisNames.Style] = string.Join(" + ", (record is null ? trial.Styles : [record.Style, .. record.MoreStyles]).Select(style => style.Name));
            foreach (var parameter in ParameterCatalog.All.Where(parameter => Influence.Has(parameter, parameters)))
                factors[parameter.Name] = parameter.LabelOf(parameters);
            return new ComparedSetting(trial.Id, factors);
        });
    }

    /// <summary>The setting of a cell, under the cell's name.</summary>
    public ComparedSetting Of(SweepCell cell) => _byTrial[cell.TrialId] with { Name = NameOf(cell) };

    /// <summary>The values of a cell on the axes that vary, e.g. <c>styleWeight 3, init gray</c>.</summary>
    public string NameOf(SweepCell cell)
    {
        var words = _plan.Axes.Select((axis, index) => (Axis: axis, Value: cell.Coordinates[index])).Where(item => item.Axis.Labels.Count > 1)
            .Select(item => $"{item.Axis.Name} {item.Axis.Labels[item.Value]}").ToList();
        return words.Count > 0 ? string.Join(", ", words) : cell.TrialId;
    }
}

using System.Globalization;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Reports.Columns;

/// <summary>The columns of a sweep: what its trials differ in, what came of them, and what they are.</summary>
internal static class TrialColumns
{
    /// <summary>All columns, in the order of the table.</summary>
    public static IReadOnlyList<TrialColumn> Of(ReportIndex index) =>
        [.. Images(index), .. index.Varying.Select(Parameter), .. MeasureColumns.Of(index.Trials), .. Results(), .. Identity(index)];

    private static IEnumerable<TrialColumn> Images(ReportIndex index)
    {
        if (index.ContentVaries)
            yield return new TrialColumn(AxisNames.Content, AxisNames.Content, ColumnKind.Image, "The content image", trial => new TrialValue(ReportIndex.ContentOf(trial)));
        if (index.StyleVaries)
            yield return new TrialColumn(AxisNames.Style, AxisNames.Style, ColumnKind.Image, "The style image", trial => new TrialValue(ReportIndex.StyleOf(trial)));
    }

    private static TrialColumn Parameter(ParameterDefinition parameter) => new(parameter.Name, parameter.Name, ColumnKind.Parameter, parameter.Description, trial =>
    {
        var parameters = ReportIndex.ParametersOf(trial);
        if (!Influence.Has(parameter, parameters))
            return null;
        double? number = parameter.ValueOf(parameters) switch
        {
            double real => real,
            int whole => whole,
            long whole => whole,
            _ => null,
        };
        return new TrialValue(parameter.LabelOf(parameters), number);
    });

    private static IEnumerable<TrialColumn> Results()
    {
        yield return Result("total", "total loss", "weighted loss of the last evaluation; losses of different weights or layers don't compare", trial => trial.Course?.Last.Total);
        yield return Result("contentLoss", "content loss", "its weighted content part", trial => trial.Course?.Last.Content);
        yield return Result("styleLoss", "style loss", "its weighted style part", trial => trial.Course?.Last.Style);
        yield return Result("tvLoss", "tv loss", "its weighted total-variation part", trial => trial.Course?.Last.Tv);
        yield return Result("improvement", "improvement", "percent of the first loss at the same scale that is gone", trial => trial.Course?.Last.Improvement);
        yield return Result("evaluations", "evaluations", "computations of loss and gradient", trial => trial.Course?.Count ?? trial.Progress?.Evaluation) with
        {
            ValueOf = trial => TrialValue.Of(trial.Course?.Count ?? trial.Progress?.Evaluation, value => Figures.Count((long)value)),
        };
        yield return Result("seconds", "seconds", "seconds of work, reading of images included", trial => trial.Record?.Seconds);
        yield return Result("secondsEach", "s / evaluation", "seconds of one evaluation, on average", trial => trial.Course is { } course ? course.Last.Seconds / course.Count : null);
    }

    private static TrialColumn Result(string key, string label, string hint, Func<ReportTrial, double?> number) =>
        new(key, label, ColumnKind.Result, hint, trial => TrialValue.Of(number(trial), Figures.Loss));

    private static IEnumerable<TrialColumn> Identity(ReportIndex index)
    {
        if (index.Report.Plan.Search is not null)
        {
            yield return new TrialColumn("rung", "rung", ColumnKind.State, "The highest rung of the search that it was begun at", trial =>
                new TrialValue(index.RungOf(trial).ToString(CultureInfo.InvariantCulture), index.RungOf(trial)));
        }

        yield return new TrialColumn("state", "state", ColumnKind.State, "How far it has come", trial => new TrialValue(index.StateOf(trial)));
        yield return new TrialColumn("trial", "trial", ColumnKind.State, "The trial's id", trial => new TrialValue(trial.Trial.Id));
    }
}

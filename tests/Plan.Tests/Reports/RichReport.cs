using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

/// <summary>A sweep of two trials whose first has all that a trial can have: layers, events, a film strip, an output file.</summary>
internal static class RichReport
{
    public const string Hostile = "the loss was <NaN> & \"worse\"";

    public static Report Make(int evaluations = 60)
    {
        var report = SampleReport.Make("parameters: {imageSize: 128, iterations: 100}\naxes: {styleWeight: [1, 2]}");
        return report.With(report.Trials[0].Trial.Id, trial => trial with
        {
            HasFilmStrip = true,
            Record = trial.Record! with
            {
                Layers =
                [
                    new LossLayer(LossPart.Content, LayerName.Parse("relu4_2"), 1),
                    new LossLayer(LossPart.Style, LayerName.Parse("relu1_1"), 15),
                    new LossLayer(LossPart.Style, LayerName.Parse("relu3_1"), 15),
                ],
                Events =
                [
                    new TrialEvent(0, TrialEventKind.CheckpointRefused, "Its checkpoint is damaged: its SHA-256 is not the one that it says. The trial began anew."),
                    new TrialEvent(12, TrialEventKind.Restarted, Hostile),
                    new TrialEvent(evaluations, TrialEventKind.StoppedEarly, "The loss fell by 0.08 % over 50 evaluations; stopBelow is 0.1 %."),
                ],
                Evaluations = [.. Enumerable.Range(1, evaluations).Select(Evaluation)],
                Snapshots = [1, 2, 3, 10, 20, 60],
                BestEvaluation = 58,
                OutputFile = "output.tif",
                OutputSha256 = Sample.Hash("output"),
            },
        });
    }

    private static EvaluationRecord Evaluation(int number)
    {
        var (content, style, tv) = (0.4 + (0.3 / number), 4.0 / number, 0.02 * Math.Sqrt(number));
        var total = content + style + tv;
        return new EvaluationRecord(number, total, content, style, tv, number * 0.25)
        {
            Improvement = 100 * (1 - (total / 4.72)),
            Layers = [content, style * 0.75, style * 0.25],
        };
    }
}

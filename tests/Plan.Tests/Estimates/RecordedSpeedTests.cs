using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Estimates;

public class RecordedSpeedTests
{
    [Fact]
    public void Of_CompletedTrial_TellsEvaluationsFromTheRest()
    {
        var speed = RecordedSpeed.Of(Record());

        Assert.NotNull(speed);
        Assert.Equal((0.5, 1.5, "cpu"), (speed.SecondsPerEvaluation, speed.OtherSeconds, speed.Device));
        Assert.Equal(TrialCosts.PerEvaluation(Record().Parameters, 128, 96), speed.Work);
    }

    [Fact]
    public void Of_ResultOfAnotherSize_CountsWhatWasComputed() =>
        Assert.Equal(RecordedSpeed.Of(Record()), RecordedSpeed.Of(Record() with { Width = 4000, Height = 3000 }));

    [Fact]
    public void Of_RecordsThatTellNothing_IsNull()
    {
        var record = Record();
        TrialRecord[] useless =
        [
            record with { State = TrialState.Failed },
            record with { Batch = 4 },
            record with { Environment = null },
            record with { Evaluations = [] },
            record with { Parameters = Sample.Plan(Sample.With("parameters: {imageSize: 128, scales: '64:9'}")).Trials[0].Parameters },
            record with { Events = [new TrialEvent(0, TrialEventKind.SizedDown, "smaller")] },
        ];

        Assert.All(useless, each => Assert.Null(RecordedSpeed.Of(each)));
    }

    private static TrialRecord Record()
    {
        var trial = Sample.Plan(Sample.With("parameters: {imageSize: 128, iterations: 4}")).Trials[0];
        return new TrialRecord
        {
            TrialId = trial.Id,
            State = TrialState.Completed,
            Parameters = trial.Parameters,
            Content = trial.Content,
            Style = trial.Style,
            Weights = trial.Weights,
            Environment = new EnvironmentRecord
            {
                Product = "p",
                NumericVersion = NumericVersion.Current,
                Tensors = "t",
                Images = "i",
                Device = "cpu",
                Threads = 1,
                Platform = "x",
            },
            Width = 128,
            Height = 96,
            Evaluations = [.. Enumerable.Range(1, 4).Select(number => new EvaluationRecord(number, 1, 1, 0, 0, number / 2.0))],
            StartedAt = DateTimeOffset.UnixEpoch,
            FinishedAt = DateTimeOffset.UnixEpoch,
            Seconds = 3.5,
        };
    }
}

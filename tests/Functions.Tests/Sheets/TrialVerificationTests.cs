using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Sheets;

/// <summary>A trial of a blend of two styles with a content mask.</summary>
public sealed class TrialVerificationTests : IDisposable
{
    private static readonly byte[] Image = [7, 7, 7];

    private readonly Processor _processor = new();

    [Fact]
    public async Task Problem_RecordOfWhatWasPlanned_IsNone()
    {
        var (trial, record) = await MakeAsync();

        Assert.Null(TrialVerification.Problem(trial, record, Image));
    }

    [Fact]
    public async Task Problem_ImagesUnderOtherNames_IsNone()
    {
        var (trial, record) = await MakeAsync();
        // The same bytes: names are no part of a trial.
        var renamed = record with
        {
            Parameters = record.Parameters with { ContentMask = MaskOf("other.png") },
            OtherImages = [record.OtherImages[0] with { Name = "other.png" }],
        };

        Assert.Null(TrialVerification.Problem(trial, renamed, Image));
    }

    [Fact]
    public async Task Problem_AnotherImageWasRead_SaysWhich()
    {
        var (trial, record) = await MakeAsync();
        var other = new string('9', 64);

        var styles = TrialVerification.Problem(trial, record with { MoreStyles = [record.MoreStyles[0] with { Sha256 = other }] }, Image);
        var mask = TrialVerification.Problem(trial, record with { OtherImages = [record.OtherImages[0] with { Sha256 = other }] }, Image);
        var lacking = TrialVerification.Problem(trial, record with { OtherImages = [] }, Image);

        Assert.Equal("What ran is not what was planned: the blend's other style images differ.", styles);
        Assert.Equal("What ran is not what was planned: images that the parameters name differ.", mask);
        Assert.Equal("What ran is not what was planned: images that the parameters name differ.", lacking);
    }

    [Fact]
    public async Task Problem_OtherParameters_SaysSo()
    {
        var (trial, record) = await MakeAsync();

        var problem = TrialVerification.Problem(trial, record with { Parameters = record.Parameters with { StopBelow = 0.5 } }, Image);

        Assert.Equal("What ran is not what was planned: parameters differ.", problem);
    }

    public void Dispose() => _processor.Dispose();

    private async Task<(Trial Trial, TrialRecord Record)> MakeAsync()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, TestContext.Current.CancellationToken);
        var plan = await _processor.Planning.PlanAsync(
            SampleSweep.Name, "m.yaml", System.Text.Encoding.UTF8.GetBytes(SampleSweep.Manifest), TestContext.Current.CancellationToken);
        var trial = plan.Trials[0] with
        {
            MoreStyles = [new ImageReference("second.png", new string('2', 64))],
            OtherImages = [new ImageReference("mask.png", new string('3', 64))],
            Parameters = plan.Trials[0].Parameters with { ContentMask = MaskOf("mask.png") },
        };
        trial = trial with { Id = TrialId.Of(trial) };
        var record = new TrialRecord
        {
            TrialId = trial.Id,
            State = TrialState.Completed,
            Parameters = trial.Parameters,
            Content = trial.Content,
            Style = trial.Style,
            MoreStyles = trial.MoreStyles,
            OtherImages = trial.OtherImages,
            Weights = trial.Weights,
            ImageSha256 = Sha256.Of(Image),
            StartedAt = DateTimeOffset.UnixEpoch,
            FinishedAt = DateTimeOffset.UnixEpoch,
            Seconds = 1,
        };
        return (trial, record);
    }

    private static ImageNames MaskOf(string name) => ImageNamesText.Parse(name, new List<ValueProblem>())!;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Tests.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Trials;

/// <summary>The documents of the store, with every member at a value that isn't its default.</summary>
public sealed class TrialDocumentsTests
{
    private static readonly ImageReference Content = new("a.jpg", new string('a', 64));
    private static readonly ImageReference Style = new("b.jpg", new string('b', 64));
    private static readonly WeightsReference Weights = new(NetworkName.Vgg16, new string('c', 64));
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    private static readonly TrialParameters Parameters = ParameterCatalog.All.Aggregate(
        Sample.Plan(Sample.With(string.Empty)).Trials[0].Parameters,
        (parameters, definition) => definition.WithValue(parameters, OtherValues.Of(definition)));

    private static Trial Trial { get; } = new()
    {
        Id = "0123456789abcdef",
        Parameters = Parameters,
        Content = Content,
        Style = Style,
        Weights = Weights,
        MoreStyles = [new ImageReference("c.jpg", new string('d', 64))],
        OtherImages = [.. OtherValues.Images.Select(name => new ImageReference(name, Sample.Hash(name)))],
        Snapshots = new SnapshotPolicy { First = 1, Every = 2, Last = true, At = EvaluationList.Of([3, 33]), Log = 5, Best = true },
    };

    [Fact]
    public void Trial_Document_ReadsBack()
    {
        var text = JsonSerializer.Serialize(Trial, PlanJson.Readable);

        var read = JsonSerializer.Deserialize<Trial>(text, PlanJson.Readable)!;

        Assert.Equal(Trial, read);
        Assert.Equal(Trial.Parameters, read.Parameters);
        Assert.Equal(Trial.Snapshots, read.Snapshots);
        Assert.Equal(TrialId.Of(Trial), TrialId.Of(read));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonSerializer.SerializeToNode(read, PlanJson.Readable)));
    }

    [Fact]
    public void Equals_OtherListOfImages_IsAnotherTrial()
    {
        Assert.Equal(Trial, Trial with { MoreStyles = [.. Trial.MoreStyles] });
        Assert.NotEqual(Trial, Trial with { MoreStyles = [] });
        Assert.NotEqual(Trial, Trial with { OtherImages = [.. Trial.OtherImages.Skip(1)] });
        Assert.NotEqual(Trial, Trial with { Style = Content });
    }

    [Fact]
    public void TrialRecord_Document_ReadsBack()
    {
        var record = new TrialRecord
        {
            TrialId = Trial.Id,
            State = TrialState.Completed,
            Parameters = Parameters,
            Content = Content,
            Style = Style,
            Weights = Weights,
            Width = 12,
            Height = 34,
            ImageSha256 = new string('e', 64),
            OutputFile = "output.tif",
            OutputSha256 = new string('f', 64),
            MoreStyles = Trial.MoreStyles,
            OtherImages = Trial.OtherImages,
            Layers = [new LossLayer(LossPart.Content, LayerName.Parse("relu4_2"), 1.5), new LossLayer(LossPart.Style, LayerName.Parse("pool3"), 0.1)],
            Events = [new TrialEvent(3, TrialEventKind.OptimizerChanged, "the loss was NaN; Adam took over")],
            BestEvaluation = 7,
            Evaluations =
            [
                new EvaluationRecord(1, 3.5, 1, 2, 0.5, 0.1) { Improvement = 12.5, Layers = [1, 2] },
                new EvaluationRecord(2, double.NaN, double.PositiveInfinity, 2, 0.5, 0.2) { Improvement = double.NaN },
            ],
            Snapshots = [1, 7],
            Measures = new TrialMeasures { Yardstick = "vgg19-mini/1", ContentDistance = 0.5, StyleDistance = 0.25, ColorShift = 12, Sharpness = 0.01, EvaluationsTo95 = 3 },
            Files = [new RecordedFile("snapshots/1.png", new string('a', 64))],
            StartedAt = Start,
            FinishedAt = Start.AddSeconds(3),
            Seconds = 2.5,
        };

        var text = JsonSerializer.Serialize(record, PlanJson.Readable);
        var read = JsonSerializer.Deserialize<TrialRecord>(text, PlanJson.Readable)!;

        Assert.Equal(text, JsonSerializer.Serialize(read, PlanJson.Readable));
        Assert.Equal(record.Parameters, read.Parameters);
        Assert.Equal(record.Measures, read.Measures);
        Assert.Equal(record.Files, read.Files);
        Assert.Equal(record.Layers, read.Layers);
        Assert.Equal(record.Events, read.Events);
        Assert.Equal(record.MoreStyles, read.MoreStyles);
        Assert.Equal(record.OtherImages, read.OtherImages);
        Assert.Equal((7, "output.tif"), (read.BestEvaluation, read.OutputFile));
        Assert.Equal([1, 2], read.Evaluations[0].Layers);
        Assert.Equal(12.5, read.Evaluations[0].Improvement);
        Assert.True(double.IsNaN(read.Evaluations[1].Total));
    }

    /// <summary>As the product wrote them before there were any of the further parameters and images.</summary>
    [Fact]
    public void Trial_DocumentOfBefore_HasTheNeutralValues()
    {
        var document = JsonSerializer.SerializeToNode(Sample.Plan(Sample.With(string.Empty)).Trials[0], PlanJson.Compact)!.AsObject();
        foreach (var member in (string[])["moreStyles", "otherImages"])
            document.Remove(member);
        foreach (var definition in ParameterCatalog.All.Where(definition => NeutralValues.Of(definition) is not null))
            document["parameters"]!.AsObject().Remove(definition.Name);

        var read = document.Deserialize<Trial>(PlanJson.Compact)!;

        Assert.Equal(Sample.Plan(Sample.With(string.Empty)).Trials[0], read);
        Assert.Equal(read.Id, TrialId.Of(read));
    }
}

using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Estimates;

public class SpeedBookTests
{
    private static readonly TrialParameters Parameters = Sample.Plan(Sample.With("parameters: {imageSize: 128, iterations: 50}")).Trials[0].Parameters;
    private static readonly double Work = TrialCosts.PerEvaluation(Parameters, 128, 96);

    [Fact]
    public void Estimate_RecordsLikeIt_TakesTheirMedian()
    {
        var book = Book(Speed(0.3), Speed(0.1), Speed(9));

        Assert.Equal(new TimeEstimate((50 * 0.3) + 2, EstimateSource.Records, 3), book.Estimate(Parameters, 128, 96));
    }

    [Fact]
    public void Estimate_RecordsOfHalfTheSize_ScalesByThePixels()
    {
        var small = Speed(0.1) with { Work = Work / 4 };

        var estimate = Book(small).Estimate(Parameters, 128, 96);

        Assert.Equal((EstimateSource.OtherRecords, 1), (estimate.Source, estimate.Records));
        Assert.Equal((50 * 0.4) + 2, estimate.Seconds!.Value, 6);
    }

    [Fact]
    public void Estimate_RecordsLikeItAndOthers_LeavesTheOthersOut()
    {
        var estimate = Book(Speed(0.1), Speed(7) with { Work = Work / 4 }).Estimate(Parameters, 128, 96);

        Assert.Equal((EstimateSource.Records, 1), (estimate.Source, estimate.Records));
        Assert.Equal((50 * 0.1) + 2, estimate.Seconds!.Value, 6);
    }

    [Fact]
    public void Estimate_RecordsOfOtherNetworkOptimizerOrDevice_AreLeftOut()
    {
        var book = Book(
            Speed(1) with { Network = NetworkName.Vgg19 }, Speed(2) with { Optimizer = OptimizerKind.Adam }, Speed(3) with { Device = "cuda:0" });

        Assert.Equal(TimeEstimate.Unknown, book.Estimate(Parameters, 128, 96));
    }

    [Fact]
    public void Estimate_CudaWithoutNumber_IsTheFirst()
    {
        var book = new SpeedBook([Speed(1) with { Device = "cuda:0" }], "cuda", () => null);

        Assert.Equal(EstimateSource.Records, book.Estimate(Parameters, 128, 96).Source);
    }

    [Fact]
    public void Estimate_NoRecords_MeasuresOnce()
    {
        var measured = 0;
        var book = new SpeedBook([], "cpu", () =>
        {
            measured++;
            return 1e9;
        });

        var estimate = book.Estimate(Parameters, 128, 96);
        book.Estimate(Parameters, 128, 96);

        Assert.Equal(EstimateSource.Measurement, estimate.Source);
        Assert.Equal(50 * Work / 1e9, estimate.Seconds!.Value, 9);
        Assert.Equal(1, measured);
    }

    [Fact]
    public void Estimate_RecordsThere_MeasuresNothing()
    {
        var book = new SpeedBook([Speed(1)], "cpu", () => throw new InvalidOperationException("It was measured."));

        Assert.Equal(EstimateSource.Records, book.Estimate(Parameters, 128, 96).Source);
    }

    [Fact]
    public void Estimate_Ladder_AddsItsScales()
    {
        var ladder = Sample.Plan(Sample.With("parameters: {imageSize: 128, iterations: 50, scales: '64:100'}")).Trials[0].Parameters;

        var estimate = Book(Speed(0.4)).Estimate(ladder, 128, 96);

        Assert.Equal(EstimateSource.OtherRecords, estimate.Source);
        Assert.Equal((50 * 0.4) + (100 * 0.1) + 2, estimate.Seconds!.Value, 1);
    }

    private static SpeedBook Book(params RecordedSpeed[] speeds) => new(speeds, "cpu", () => null);

    private static RecordedSpeed Speed(double seconds) => new(Parameters.Network, Parameters.Optimizer, "cpu", Work, seconds, 2);
}

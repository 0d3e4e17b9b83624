using NeuralStyle.Plan.Estimates;

namespace NeuralStyle.Plan.Tests.Estimates;

public class SweepForecastTests
{
    [Fact]
    public void Of_FinishedTrial_CostsNothing()
    {
        var plan = Sample.Plan(Sample.With("axes: {styleWeight: [1, 2, 3]}"));

        var forecast = SweepForecast.Of(
            plan, new HashSet<string> { plan.Trials[1].Id }, _ => (4, 3), new SlowMachine(), new WorkRate { PerHour = 1 });

        Assert.Equal(1, forecast.Reused);
        Assert.Equal((0.0, 0.0), (forecast.Trials[1].Time.Seconds, forecast.Trials[1].Cost));
        Assert.Equal(forecast.Trials[0].Time.Seconds + forecast.Trials[2].Time.Seconds, forecast.WorkSeconds);
        Assert.Equal(forecast.WorkSeconds / 3600, forecast.Cost!.Value, 12);
    }

    [Fact]
    public void Of_Texture_HasItsOwnSize()
    {
        var plan = Sample.Plan(Sample.With("parameters: {imageSize: 128, mode: texture, init: noise, textureSize: 320x96}"));

        var trial = Assert.Single(SweepForecast.Of(plan, new HashSet<string>(), _ => (4, 3), new SlowMachine(), new WorkRate()).Trials);

        Assert.Equal((320, 96), (trial.Width, trial.Height));
        Assert.Null(trial.Cost);
    }

    [Theory]
    [InlineData(0.5312, "0.53 EUR")]
    [InlineData(0.00123, "0.0012 EUR")]
    [InlineData(0, "0.00 EUR")]
    public void Text_Money_HasCentsOrWhatSaysSomething(double cost, string expected) =>
        Assert.Equal(expected, new WorkRate { Currency = "EUR" }.Text(cost));
}

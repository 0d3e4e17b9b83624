using NeuralStyle.Engine.Stylization;

namespace NeuralStyle.Engine.Tests.Stylization;

public class EarlyStopTests
{
    [Fact]
    public void IsDue_FallOverTheWindowIsBelowThePart_OnlyThen()
    {
        var stop = new EarlyStop(0.1, 2);
        double[] totals = [100, 90, 80, 75, 73, 70];
        var due = totals.Select(total =>
        {
            stop.Add(total);
            return stop.IsDue;
        });

        // 100 to 80, 90 to 75 and 80 to 73 are falls of 20, 17 and 8.75 percent.
        Assert.Equal([false, false, false, false, true, true], due);
    }

    [Fact]
    public void IsDue_LossGoesUpAndDownAboveItsLowest_IsDueByTheLowest()
    {
        var stop = new EarlyStop(0.01, 3);
        foreach (var total in new[] { 10, 5, 50, 6.0 })
            stop.Add(total);
        Assert.False(stop.IsDue);

        stop.Add(5);

        Assert.True(stop.IsDue);
    }

    [Fact]
    public void IsDue_PartIsZero_Never()
    {
        var stop = new EarlyStop(0, 1);
        for (var i = 0; i < 10; i++)
            stop.Add(1);

        Assert.False(stop.IsDue);
    }

    [Fact]
    public void Add_NotFinite_IsNeverTheLowest()
    {
        var stop = new EarlyStop(0.5, 1);
        stop.Add(double.NaN);
        stop.Add(double.PositiveInfinity);
        Assert.False(stop.IsDue);

        stop.Add(8);
        Assert.False(stop.IsDue);
        stop.Add(double.NegativeInfinity);

        Assert.True(stop.IsDue);
    }

    [Fact]
    public void Reset_LooksBackNoFurther()
    {
        var stop = new EarlyStop(0.5, 1);
        stop.Add(1);
        stop.Reset();
        stop.Add(1);
        Assert.False(stop.IsDue);

        stop.Add(1);

        Assert.True(stop.IsDue);
    }
}

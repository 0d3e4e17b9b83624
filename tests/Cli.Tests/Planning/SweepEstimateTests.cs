using NeuralStyle.Cli.Planning;

namespace NeuralStyle.Cli.Tests.Planning;

public class SweepEstimateTests
{
    private const double Rate = 1e9;

    [Fact]
    public void Of_Ladder_AddsTheScalesAndTakesTheLargestMemory()
    {
        var ladder = Estimate("parameters: {imageSize: 128, iterations: 30, scales: '64:100'}");
        var alone = Estimate("parameters: {imageSize: 128, iterations: 30}");
        var below = Estimate("parameters: {imageSize: 64, iterations: 100}");

        Assert.Equal(130, ladder.Evaluations);
        Assert.Equal(alone.Seconds + below.Seconds, ladder.Seconds, 6);
        Assert.Equal(alone.Mebibytes, ladder.Mebibytes);
        Assert.Equal((128, 128), (ladder.Width, ladder.Height));
    }

    [Fact]
    public void Of_Texture_HasItsOwnSize()
    {
        var texture = Estimate("parameters: {imageSize: 128, mode: texture, init: noise, textureSize: 320x96}");

        Assert.Equal((320, 96), (texture.Width, texture.Height));
    }

    /// <summary>The images are damaged, so that contents are taken as square.</summary>
    private static TrialEstimate Estimate(string lines)
    {
        var folder = Directory.CreateTempSubdirectory("nst-plan-");
        foreach (var name in (string[])["a.jpg", "b.jpg"])
            File.WriteAllBytes(Path.Combine(folder.FullName, name), [0]);
        var estimate = SweepEstimate.Of(SamplePlan.Of(lines), folder.FullName, Rate);
        folder.Delete(recursive: true);
        return Assert.Single(estimate.Trials);
    }
}

using NeuralStyle.Plan.Provenance;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Provenance;

public sealed class TrialManifestTests
{
    [Theory]
    [InlineData("axes: {styleWeight: [1, 30], init: [content, gray]}")]
    [InlineData("preset: crowsonkb")]
    [InlineData("preset: dlai-team5-executed")]
    [InlineData("parameters: {optimizer: adam, scales: '64:20', styleLayerWeights: {relu1_1: 0.2}, styleSchedule: 'step 1:1, 10:0.1', averaging: 0.9}")]
    [InlineData("parameters: {init: image, initImage: a.jpg, color: luminance}\nmasks: {content: b.jpg}")]
    [InlineData("parameters: {mode: reconstruction}")]
    [InlineData("parameters: {mode: texture, init: noise, textureSize: 512x256}")]
    [InlineData("snapshots: first 3, every 10, at 7, log 5, best, last")]
    public void Of_EachTrialOfASweep_GivesThatTrialAgain(string lines) => AssertEach(Sample.Plan(Sample.With(lines)).Trials);

    [Fact]
    public void Of_BlendWithMasks_GivesThatTrialAgain()
    {
        var manifest = Sample.Parse("content: a.jpg\nstyle: [a.jpg, b.jpg]\nblend: [0.7, 0.3]\nmasks: {style: [a.jpg, b.jpg]}");

        AssertEach(Sample.Plan(manifest).Trials);
    }

    private static void AssertEach(IReadOnlyList<Trial> trials)
    {
        foreach (var trial in trials)
        {
            var manifest = Sample.Parse(TrialManifest.Of(trial));
            var again = Assert.Single(Sample.Plan(manifest).Trials);

            Assert.Equal(trial, again);
            Assert.Equal(TrialManifest.NameOf(trial), manifest.Name);
        }
    }
}

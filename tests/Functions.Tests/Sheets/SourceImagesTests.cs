using System.Text;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Sheets;

/// <summary>The images that a sheet shows beside its cells.</summary>
public sealed class SourceImagesTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("reconstruction", "content.png", "")]
    [InlineData("texture", "", "style.png")]
    [InlineData("transfer", "content.png", "style.png")]
    public async Task Read_Mode_GivesOnlyWhatItReads(string mode, string content, string style)
    {
        var plan = await PlanAsync($"content: content.png\nstyle: style.png\nparameters: {{imageSize: 64, iterations: 3, init: noise, mode: {mode}}}");

        Assert.Equal((content, style), (await ContentsAsync(plan), await StylesAsync(plan)));
    }

    [Fact]
    public async Task Read_AllModesInOneSweep_GivesEachImageUnderItsOwnRole()
    {
        var plan = await PlanAsync("""
            content: content.png
            style: style.png
            parameters: {imageSize: 64, iterations: 3, init: noise}
            axes: {mode: [transfer, reconstruction, texture]}
            """);

        Assert.Equal(("content.png", "style.png"), (await ContentsAsync(plan), await StylesAsync(plan)));
    }

    [Fact]
    public async Task Read_BlendWithMasks_GivesAllStylesAndMasks()
    {
        foreach (var name in (string[])["second.png", "left.png", "right.png"])
            await _processor.Store.WriteAsync(StoreLayout.InputContainer, name, TinyPng.Of(8, 6, 1, 2, (byte)name.Length), "image/png", Cancellation);
        var plan = await PlanAsync("""
            content: content.png
            style: [style.png, second.png]
            blend: [0.5, 0.5]
            masks: {style: [left.png, right.png], content: left.png}
            parameters: {imageSize: 64, iterations: 3}
            """);

        var others = await _processor.Get<SourceImages>().ReadOthersAsync(plan, Cancellation);

        Assert.Equal("style.png second.png", await StylesAsync(plan));
        Assert.Equal(["left.png", "right.png"], others.Keys);
        Assert.Equal([("styleMasks", "left.png"), ("styleMasks", "right.png")], ParameterImages.Of(plan));
    }

    public void Dispose() => _processor.Dispose();

    private async Task<string> ContentsAsync(SweepPlan plan) =>
        string.Join(' ', (await _processor.Get<SourceImages>().ReadContentsAsync(plan, Cancellation)).Keys);

    private async Task<string> StylesAsync(SweepPlan plan) =>
        string.Join(' ', (await _processor.Get<SourceImages>().ReadStylesAsync(plan, Cancellation)).Keys);

    private async Task<SweepPlan> PlanAsync(string manifest)
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        return await _processor.Planning.PlanAsync("sources", "sources.yaml", Encoding.UTF8.GetBytes(manifest), Cancellation);
    }
}

using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Storage;

/// <summary>A document that somebody edited, or that another version wrote.</summary>
public sealed class UnreadableDocumentTests : IDisposable
{
    private const string Sweep = "a-sweep";

    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LookAtDocumentAsync_EditedDocument_IsNoneWithTheVersionToReplaceItBy()
    {
        var name = StoreLayout.SweepStatus(Sweep);
        await WriteAsync(name);

        var (document, etag) = await _processor.Store.LookAtDocumentAsync<SweepStatus>(StoreLayout.ResultsContainer, name, Cancellation);

        Assert.Null(document);
        Assert.Equal((await _processor.Store.ReadAsync(StoreLayout.ResultsContainer, name, Cancellation))!.ETag, etag);
        Assert.Null(await _processor.Store.FindDocumentAsync<SweepStatus>(StoreLayout.ResultsContainer, name, Cancellation));
        Assert.True(await _processor.Status.BeginAsync(Sweep, "i", "e", [], (document, etag), Cancellation));
        Assert.Equal("i", (await _processor.Status.ReadAsync(Sweep, Cancellation))!.InstanceId);
    }

    [Fact]
    public async Task ReadAsync_EditedControl_IsNothingThatWasAsked()
    {
        await WriteAsync(StoreLayout.SweepControl(Sweep));

        Assert.Equal(SweepRequest.Run, await _processor.Get<SweepControls>().ReadAsync(Sweep, "i", Cancellation));
    }

    public void Dispose() => _processor.Dispose();

    private Task WriteAsync(string name) =>
        _processor.Store.WriteAsync(StoreLayout.ResultsContainer, name, "{\"sweep\": 3"u8.ToArray(), StoreDocuments.JsonType, Cancellation);
}

using System.Text.Json;
using NeuralStyle.Cli.Progress;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Tests.Progress;

public sealed class SweepWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FolderStore _store;

    public SweepWatchTests() => _store = new FolderStore(_folder.Path);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FollowAsync_WhatAnOlderRunLeftIsDamaged_WaitsForTheVersionThatIsBegun()
    {
        await DamageStatusAsync();
        var views = new List<SweepView?>();

        await foreach (var view in new SweepWatch(_store, "sample", TimeProvider.System).FollowAsync("1", Cancellation))
        {
            views.Add(view);
            await WriteStatusAsync(SweepViews.Of(SweepState.Completed, (TrialState.Completed, null)).Status);
        }

        Assert.Null(views[0]);
        Assert.Equal(SweepState.Completed, views[^1]!.Status.State);
    }

    [Fact]
    public async Task FollowAsync_AnyVersionAndItsStatusIsDamaged_SaysSo()
    {
        await DamageStatusAsync();

        var exception = await Assert.ThrowsAsync<JsonException>(async () =>
        {
            await foreach (var _ in new SweepWatch(_store, "sample", TimeProvider.System).FollowAsync(null, Cancellation))
                Assert.Fail("There is nothing to see.");
        });

        Assert.StartsWith("'results/sample/status.json' can't be read: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookAsync_ProgressOfATrialIsDamaged_ShowsTheOthers()
    {
        await WriteStatusAsync(SweepViews.Of(SweepState.Running, (TrialState.Running, null), (TrialState.Running, null)).Status);
        var progress = new TrialProgress("trial1", 3, 9, 0.5, 1.5, DateTimeOffset.UnixEpoch);
        await _store.WriteDocumentAsync(StoreLayout.TrialsContainer, StoreLayout.TrialProgress("trial1"), progress, Cancellation);
        await WriteAsync(StoreLayout.TrialsContainer, StoreLayout.TrialProgress("trial0"), "{");

        var view = await new SweepWatch(_store, "sample", TimeProvider.System).LookAsync(Cancellation);

        Assert.Equal("trial1", Assert.Single(view!.Running).TrialId);
    }

    private Task WriteStatusAsync(SweepStatus status) =>
        _store.WriteDocumentAsync(StoreLayout.ResultsContainer, StoreLayout.SweepStatus("sample"), status, Cancellation);

    private Task DamageStatusAsync() => WriteAsync(StoreLayout.ResultsContainer, StoreLayout.SweepStatus("sample"), "{\"sweep\": 3}");

    private Task WriteAsync(string container, string name, string text) =>
        _store.WriteAsync(container, name, System.Text.Encoding.UTF8.GetBytes(text), "application/json", Cancellation);
}

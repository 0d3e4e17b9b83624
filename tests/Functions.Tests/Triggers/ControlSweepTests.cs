using System.Net;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Api;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Triggers;

public sealed class ControlSweepTests : IDisposable
{
    private readonly Processor _processor = new();
    private readonly FakeDurableClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cancel", SweepRequest.Cancel)]
    [InlineData("pause", SweepRequest.Pause)]
    [InlineData("pause-now", SweepRequest.PauseNow)]
    public async Task RunAsync_SweepUnderWay_IsAskedAndTold(string request, SweepRequest expected)
    {
        await BeginAsync(SweepState.Running);

        var response = await PostAsync(request);

        Assert.Equal((HttpStatusCode.Accepted, "/api/sweeps/a-sweep"), (response.StatusCode, FakeResponse.Header(response, "Location")));
        Assert.Equal(request, FakeResponse.Json(response).GetProperty("request").GetString());
        Assert.Equal(expected, await _processor.Get<SweepControls>().ReadAsync("a-sweep", "i", Cancellation));
        Assert.Equal(("i", SweepOrchestration.ControlEvent), (_client.Raised.Single().InstanceId, _client.Raised.Single().Event));
    }

    [Fact]
    public async Task RunAsync_Resume_TakesThePauseBack()
    {
        await BeginAsync(SweepState.Paused);
        await PostAsync("pause");

        var resumed = await PostAsync("resume");
        var again = await PostAsync("resume");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (resumed.StatusCode, again.StatusCode));
        Assert.Equal(SweepRequest.Run, await _processor.Get<SweepControls>().ReadAsync("a-sweep", "i", Cancellation));
        Assert.Contains("it is not paused", FakeResponse.Text(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_CancelTwice_IsCancellingOnce()
    {
        await BeginAsync(SweepState.Running);

        var first = await PostAsync("cancel");
        var second = await PostAsync("cancel");
        var pause = await PostAsync("pause");

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { first, second, pause }.Select(one => one.StatusCode));
        Assert.Equal(SweepRequest.Cancel, await _processor.Get<SweepControls>().ReadAsync("a-sweep", "i", Cancellation));
    }

    [Theory]
    [InlineData("cancel", HttpStatusCode.OK, "it is completed; there is nothing to cancel")]
    [InlineData("pause", HttpStatusCode.Conflict, "sweep 'a-sweep' is completed; only one that is under way")]
    [InlineData("stop", HttpStatusCode.NotFound, "'stop' can't be asked of a sweep; allowed: cancel, pause, pause-now, resume")]
    [InlineData("CANCEL", HttpStatusCode.NotFound, "allowed: cancel")]
    [InlineData("sheet", HttpStatusCode.NotFound, "allowed: cancel")]
    public async Task RunAsync_WhatCanNotBeAsked_IsAnsweredAndNothingIsAsked(string request, HttpStatusCode status, string said)
    {
        await BeginAsync(SweepState.Completed);

        var response = await PostAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(said, FakeResponse.Text(response), StringComparison.Ordinal);
        Assert.Empty(_client.Raised);
        Assert.Equal(SweepRequest.Run, await _processor.Get<SweepControls>().ReadAsync("a-sweep", "i", Cancellation));
    }

    [Theory]
    [InlineData("cancel", HttpStatusCode.OK, "it is failed; there is nothing to cancel")]
    [InlineData("pause", HttpStatusCode.Conflict, "sweep 'a-sweep' is failed; only one that is under way")]
    public async Task RunAsync_OrchestrationBrokeOffWithoutSayingSo_SaysSoHereAndInTheStatus(string request, HttpStatusCode status, string said)
    {
        await BeginAsync(SweepState.Running);
        _client.Instances["i"] = OrchestrationRuntimeStatus.Failed;
        _client.Failures["i"] = "403 everywhere";

        var response = await PostAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(said, FakeResponse.Text(response), StringComparison.Ordinal);
        var known = await _processor.Status.ReadAsync("a-sweep", Cancellation);
        Assert.Equal(SweepState.Failed, known!.State);
        Assert.Contains("403 everywhere", Assert.Single(known.Problems), StringComparison.Ordinal);
        Assert.Empty(_client.Raised);
    }

    [Fact]
    public async Task RunAsync_UnknownSweep_IsNotFound()
    {
        var response = await PostAsync("cancel");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(_processor.Store.Written);
    }

    [Fact]
    public async Task RunAsync_NameThatLeadsElsewhere_IsRefused()
    {
        var response = await _processor.Get<ControlSweep>().RunAsync(
            new FakeRequest("POST", "/api/sweeps/any/cancel"), "../a-sweep", "cancel", _client, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("'../a-sweep' is no name of a sweep", FakeResponse.Text(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_CancelledWhileAResumeIsJudged_StaysCancelled()
    {
        await BeginAsync(SweepState.Paused);
        await PostAsync("pause");
        // Another's cancel comes between what this one has read and what it writes.
        var isFirst = true;
        _processor.Store.Before = async (_, name) =>
        {
            if (name != StoreLayout.SweepControl("a-sweep") || !isFirst)
                return;
            isFirst = false;
            await _processor.AskAsync("a-sweep", "i", SweepRequest.Cancel, Cancellation);
        };

        var resumed = await PostAsync("resume");

        Assert.Equal(HttpStatusCode.Conflict, resumed.StatusCode);
        Assert.Equal(SweepRequest.Cancel, await _processor.Get<SweepControls>().ReadAsync("a-sweep", "i", Cancellation));
    }

    [Fact]
    public async Task RunAsync_SweepIsSubmittedAnewAndPausedMeanwhile_LeavesItsPause()
    {
        await BeginAsync(SweepState.Running);
        var isFirst = true;
        _processor.Store.Before = async (_, name) =>
        {
            if (name != StoreLayout.SweepControl("a-sweep") || !isFirst)
                return;
            isFirst = false;
            var seen = await _processor.Status.LookAsync("a-sweep", Cancellation);
            await _processor.Status.BeginAsync("a-sweep", "newer", "e2", [], seen, Cancellation);
            await _processor.AskAsync("a-sweep", "newer", SweepRequest.Pause, Cancellation);
        };

        var response = await PostAsync("pause");

        Assert.Equal("asked before; nothing changes", FakeResponse.Json(response).GetProperty("effect").GetString());
        Assert.Equal(SweepRequest.Pause, await _processor.Get<SweepControls>().ReadAsync("a-sweep", "newer", Cancellation));
    }

    [Fact]
    public async Task RunAsync_SweepThatIsNamedAsTheAddressIs_IsFoundAtItsOwn()
    {
        var response = await _processor.Get<ControlSweep>().RunAsync(
            new FakeRequest("POST", "/api/sweeps/sweeps/cancel"), "sweeps", "cancel", _client, Cancellation);

        Assert.Contains("POST /api/sweeps/sweeps with a manifest", FakeResponse.Text(response), StringComparison.Ordinal);
    }

    public void Dispose() => _processor.Dispose();

    private async Task BeginAsync(SweepState state)
    {
        _client.Instances["i"] = OrchestrationRuntimeStatus.Running;
        await _processor.Status.BeginAsync("a-sweep", "i", "e", [], default, Cancellation);
        await _processor.Status.ApplyAsync(new() { Sweep = "a-sweep", InstanceId = "i", ManifestETag = "e", State = state }, null, Cancellation);
    }

    private Task<HttpResponseData> PostAsync(string request) => _processor.Get<ControlSweep>().RunAsync(
        new FakeRequest("POST", $"/api/sweeps/a-sweep/{request}"), "a-sweep", request, _client, Cancellation);
}

using System.Net;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Api;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Triggers;

/// <summary>Asks something of a sweep that is under way: <c>cancel</c>, <c>pause</c>, <c>pause-now</c> or <c>resume</c>. Asking twice is asking once.</summary>
public sealed class ControlSweep(BrokenOffSweeps sweeps, SweepControls controls, SweepEvents events)
{
    public const string Route = "sweeps/{sweep}/{request}";

    [Function(nameof(ControlSweep))]
    public Task<HttpResponseData> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequestData message,
        string sweep,
        string request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.AnswerAsync(
            async () =>
            {
                var (name, asked) = (RouteNames.Sweep(sweep), RouteNames.Request(request));
                var path = message.SweepPath(name);
                var (status, verdict) = await controls.AskAsync(
                    name,
                    async () => await sweeps.ReadAsync(name, client, cancellation)
                        ?? throw new ApiException(ProblemKind.NotFound, $"no sweep '{name}' is known; POST {path} with a manifest starts one"),
                    asked,
                    cancellation);
                var effect = Effect(status, verdict, asked);
                // Of what was asked before the news may have been lost; to hear it twice does no harm.
                if (verdict is RequestVerdict.Ask or RequestVerdict.AskedBefore)
                    await events.RaiseAsync(client, name, status.InstanceId, cancellation);

                var response = await message.DocumentAsync(
                    verdict == RequestVerdict.Ask ? HttpStatusCode.Accepted : HttpStatusCode.OK, new AskedSweep(name, request, effect, path), cancellation);
                response.Headers.Add("Location", path);
                return response;
            },
            cancellation);
    }

    private static string Effect(SweepStatus status, RequestVerdict verdict, SweepRequest request) => verdict switch
    {
        RequestVerdict.Ask => Effect(request),
        RequestVerdict.AskedBefore => "asked before; nothing changes",
        RequestVerdict.NotPaused => "it is not paused; nothing changes",
        RequestVerdict.NothingToCancel => $"it is {Word(status.State)}; there is nothing to cancel",
        RequestVerdict.Ended => throw new ApiException(
            ProblemKind.NotPossible, $"sweep '{status.Sweep}' is {Word(status.State)}; only one that is under way can be paused or resumed"),
        _ => throw new ApiException(
            ProblemKind.NotPossible, $"sweep '{status.Sweep}' is being cancelled; when its state is {Word(SweepState.Cancelled)}, submit it again to go on"),
    };

    private static string Effect(SweepRequest request) => request switch
    {
        SweepRequest.Run => "it goes on",
        SweepRequest.Pause => "no further trial is begun; those that are being computed go on to their end",
        SweepRequest.PauseNow => "no further trial is begun, and those that are being computed stop at a checkpoint",
        SweepRequest.Cancel => "trials that are being computed stop at a checkpoint, and the sheet is drawn with what is done",
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, "Nothing that can be asked."),
    };

    // As status documents have it.
    private static string Word(SweepState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}

using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Api;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Functions.Triggers;

/// <summary>Where a sweep stands: its <c>status.json</c>, and nothing but 304 to who has it already.</summary>
public sealed class GetSweep(IStore store, BrokenOffSweeps sweeps)
{
    public const string Route = "sweeps/{sweep}";

    [Function(nameof(GetSweep))]
    public Task<HttpResponseData> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequestData request,
        string sweep,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.AnswerAsync(
            async () =>
            {
                var name = RouteNames.Sweep(sweep);
                // Whoever waits for a sweep that has broken off would wait for ever.
                await sweeps.ReadAsync(name, client, cancellation);
                var status = await store.ReadAsync(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(name), cancellation)
                    ?? throw new ApiException(ProblemKind.NotFound, $"no sweep '{name}' is known; POST {request.SweepPath(name)} with a manifest starts one");

                var isKnown = request.Header("If-None-Match") is { } header && EntityTags.Matches(header, status.ETag);
                var response = request.CreateResponse(isKnown ? HttpStatusCode.NotModified : HttpStatusCode.OK);
                response.Headers.Add("ETag", EntityTags.Quoted(status.ETag));
                // It changes while the sweep runs: whoever keeps it asks before using it again.
                response.Headers.Add("Cache-Control", "no-cache");
                if (!isKnown)
                {
                    response.Headers.Add("Content-Type", $"{StoreDocuments.JsonType}; charset=utf-8");
                    await response.WriteBytesAsync(status.Content.ToArray(), cancellation);
                }

                return response;
            },
            cancellation);
    }
}

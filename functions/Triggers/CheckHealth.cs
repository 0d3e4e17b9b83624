using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using NeuralStyle.Functions.Api;
using NeuralStyle.Functions.Health;

namespace NeuralStyle.Functions.Triggers;

/// <summary>
/// What a platform's probes ask: <c>health</c> whether this process is alive, GPU included, and <c>health?ready=true</c> whether it also
/// reaches its storage. 200 or 503, and in JSON why. Open to who reaches the app, since probes carry no keys; it tells no names and no secrets.
/// </summary>
public sealed class CheckHealth(WorkerHealth health)
{
    public const string Route = "health";

    [Function(nameof(CheckHealth))]
    public Task<HttpResponseData> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequestData request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.AnswerAsync(
            async () =>
            {
                var report = await health.CheckAsync(RouteNames.Flag("ready", request.Query["ready"]), cancellation);
                var response = await request.DocumentAsync(report.Healthy ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, report, cancellation);
                response.Headers.Add("Cache-Control", "no-store");
                return response;
            },
            cancellation);
    }
}

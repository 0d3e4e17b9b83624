using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Api;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Functions.Triggers;

/// <summary>
/// Takes a manifest as the body of a request and starts its sweep, whose images are in <c>input/</c> already. Everything that is wrong with
/// it is the answer, at once. The same manifest twice is one sweep.
/// </summary>
public sealed class SubmitSweep(SweepSubmission submission)
{
    public const string Route = "sweeps/{sweep}";

    [Function(nameof(SubmitSweep))]
    public Task<HttpResponseData> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequestData request,
        string sweep,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.AnswerAsync(
            async () =>
            {
                var name = RouteNames.Sweep(sweep);
                RefuseConditions(request);
                var terms = new SubmissionTerms(request.Query["replaces"], RouteNames.Flag("again", request.Query["again"]));
                var manifest = await ManifestBody.ReadAsync(request, cancellation);
                var (status, isNew) = await submission.SubmitAsync(name, manifest, terms, client, cancellation);

                var path = request.SweepPath(name);
                var response = await request.DocumentAsync(
                    status.IsFinished ? HttpStatusCode.OK : HttpStatusCode.Accepted,
                    new SubmittedSweep(name, status.InstanceId, status.ManifestETag, status.State, isNew, path),
                    cancellation);
                response.Headers.Add("Location", path);
                return response;
            },
            cancellation);
    }

    // At this address they would compare the version of the sweep's status, which says nothing of its manifest. To pass over them would be to do
    // what they forbid.
    private static void RefuseConditions(HttpRequestData request)
    {
        foreach (var header in (string[])["If-Match", "If-None-Match"])
        {
            if (request.Header(header) is { } value)
            {
                throw new ApiException(
                    ProblemKind.InvalidParameter,
                    $"{header} is '{Shown.Text(value)}'; a manifest's version is compared by ?replaces=VERSION (manifestETag of the status), none or any");
            }
        }
    }
}

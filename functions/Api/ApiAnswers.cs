using System.Net;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Http;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Functions.Api;

/// <summary>Answers to HTTP requests, in JSON; what goes wrong on the way to one is an answer too.</summary>
public static class ApiAnswers
{
    private const string RetrySeconds = "5";

    /// <summary>Runs a function's body; its <see cref="ApiException"/> and storage that is out of reach become problem documents.</summary>
    public static async Task<HttpResponseData> AnswerAsync(
        this HttpRequestData request, Func<Task<HttpResponseData>> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        try
        {
            return await body();
        }
        catch (ApiException exception)
        {
            return await request.ProblemAsync(exception.Problem, cancellation);
        }
        catch (StoreUnavailableException exception)
        {
            var response = await request.ProblemAsync(new ApiProblem(ProblemKind.StorageUnavailable, exception.Message), cancellation);
            response.Headers.Add("Retry-After", RetrySeconds);
            return response;
        }
    }

    /// <summary>An answer with a document.</summary>
    public static async Task<HttpResponseData> DocumentAsync<T>(
        this HttpRequestData request, HttpStatusCode status, T document, CancellationToken cancellation)
        where T : class
    {
        var response = request.CreateResponse(status);
        await response.WriteDocumentAsync(document, StoreDocuments.JsonType, cancellation);
        return response;
    }

    /// <summary>The path of a sweep's status: a path alone, since what stands before the app may know it by another name.</summary>
    public static string SweepPath(this HttpRequestData request, string sweep)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = request.Url.AbsolutePath;
        // The first: a sweep may be named so too.
        return $"{path[..path.IndexOf("/sweeps/", StringComparison.OrdinalIgnoreCase)]}/sweeps/{sweep}";
    }

    /// <summary>A request's header, its values in a list where it has several; null where it has none.</summary>
    public static string? Header(this HttpRequestData request, string name)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
    }

    private static async Task<HttpResponseData> ProblemAsync(this HttpRequestData request, ApiProblem problem, CancellationToken cancellation)
    {
        var response = request.CreateResponse(problem.StatusCode);
        response.Headers.Add("Cache-Control", "no-store");
        await response.WriteDocumentAsync(problem.ToDocument(), ApiProblem.ContentType, cancellation);
        return response;
    }

    private static Task WriteDocumentAsync<T>(this HttpResponseData response, T document, string contentType, CancellationToken cancellation)
    {
        response.Headers.Add("Content-Type", $"{contentType}; charset=utf-8");
        return response.WriteBytesAsync([.. JsonSerializer.SerializeToUtf8Bytes(document, PlanJson.Readable), (byte)'\n'], cancellation);
    }
}

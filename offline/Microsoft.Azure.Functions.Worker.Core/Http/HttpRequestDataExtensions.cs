#nullable enable

using System.Net;
using System.Text;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>The members that read JSON with the worker's serializer are left out, as that serializer is.</summary>
public static class HttpRequestDataExtensions
{
    public static async Task<string?> ReadAsStringAsync(this HttpRequestData request, Encoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var reader = Reader(request, encoding);
        return reader is null ? null : await reader.ReadToEndAsync();
    }

    public static string? ReadAsString(this HttpRequestData request, Encoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var reader = Reader(request, encoding);
        return reader?.ReadToEnd();
    }

    public static HttpResponseData CreateResponse(this HttpRequestData request, HttpStatusCode statusCode)
    {
        var response = request.CreateResponse();
        response.StatusCode = statusCode;
        return response;
    }

    private static StreamReader? Reader(HttpRequestData request, Encoding? encoding) =>
        request.Body is null ? null : new StreamReader(request.Body, encoding ?? Encoding.UTF8, leaveOpen: true);
}

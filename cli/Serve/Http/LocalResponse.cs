using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.Primitives;

namespace NeuralStyle.Cli.Serve.Http;

/// <summary>A function's answer, kept until it is whole.</summary>
internal sealed class LocalResponse(FunctionContext context) : HttpResponseData(context)
{
    public override HttpStatusCode StatusCode { get; set; } = HttpStatusCode.OK;

    public override HttpHeadersCollection Headers { get; set; } = [];

    public override Stream Body { get; set; } = new MemoryStream();

    public override HttpCookies Cookies => throw new NotSupportedException("This host sets no cookies.");

    /// <summary>Sends an answer.</summary>
    public static async Task SendAsync(HttpResponseData answer, HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers)
            response.Headers[name] = new StringValues([.. values]);
        // An answer that says that there is nothing to send must have no body.
        if (answer.StatusCode is HttpStatusCode.NotModified or HttpStatusCode.NoContent)
            return;
        response.ContentLength = answer.Body.Length;
        answer.Body.Position = 0;
        await answer.Body.CopyToAsync(response.Body, context.RequestAborted);
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker.Http;

namespace NeuralStyle.Cli.Serve.Http;

/// <summary>A request as a function sees it.</summary>
internal sealed class LocalRequest : HttpRequestData
{
    private readonly HttpRequest _request;

    public LocalRequest(HttpContext context)
        : base(new LocalFunctionContext(context.RequestServices, context.RequestAborted))
    {
        _request = context.Request;
        Headers = new HttpHeadersCollection(_request.Headers.Select(header =>
            KeyValuePair.Create(header.Key, header.Value.OfType<string>())));
        Cookies = [.. _request.Cookies.Select(cookie => new HttpCookie(cookie.Key, cookie.Value))];
        Url = new Uri(_request.GetEncodedUrl());
    }

    public override Stream Body => _request.Body;

    public override HttpHeadersCollection Headers { get; }

    public override IReadOnlyCollection<IHttpCookie> Cookies { get; }

    public override Uri Url { get; }

    public override IEnumerable<ClaimsIdentity> Identities => [];

    public override string Method => _request.Method;

    public override HttpResponseData CreateResponse() => new LocalResponse(FunctionContext);
}

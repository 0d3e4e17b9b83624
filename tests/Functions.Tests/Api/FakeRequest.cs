using System.Security.Claims;
using System.Text;
using Microsoft.Azure.Functions.Worker.Http;

namespace NeuralStyle.Functions.Tests.Api;

/// <summary>A request as a host hands it to a function.</summary>
internal sealed class FakeRequest(string method, string path) : HttpRequestData(new FakeFunctionContext())
{
    public override Stream Body => Content;

    public Stream Content { get; init; } = Stream.Null;

    public override HttpHeadersCollection Headers { get; } = [];

    public override IReadOnlyCollection<IHttpCookie> Cookies => [];

    public override Uri Url { get; } = new($"https://somewhere.example{path}");

    public override IEnumerable<ClaimsIdentity> Identities => [];

    public override string Method => method;

    /// <summary>A manifest as curl sends it.</summary>
    public static FakeRequest Post(string path, string manifest, params (string Name, string Value)[] headers) =>
        new FakeRequest("POST", path) { Content = new MemoryStream(Encoding.UTF8.GetBytes(manifest)) }
            .With([("Content-Type", "application/yaml"), .. headers]);

    public FakeRequest With(params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            Headers.Remove(name);
            Headers.TryAddWithoutValidation(name, value);
        }

        return this;
    }

    public override HttpResponseData CreateResponse() => new FakeResponse(FunctionContext);
}

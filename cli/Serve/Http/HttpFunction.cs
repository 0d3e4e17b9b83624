using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace NeuralStyle.Cli.Serve.Http;

/// <summary>A function that an HTTP request triggers.</summary>
/// <param name="Method">The method that it answers, in lower case.</param>
/// <param name="Route">Its route, below the prefix of all of them.</param>
/// <param name="RunAsync">Calls it with a request and the values of its route.</param>
internal sealed record HttpFunction(
    string Method,
    string Route,
    Func<HttpRequestData, Func<string, string>, DurableTaskClient, CancellationToken, Task<HttpResponseData>> RunAsync);

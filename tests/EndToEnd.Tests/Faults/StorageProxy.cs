using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests.Faults;

/// <summary>
/// Stands between processes and Azurite, hands their requests on, and does to them what a test wants. Signatures don't cover the host's
/// name and port, so requests are handed on as they are.
/// </summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseCookies = false });
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _queuePort;

    private StorageProxy(WebApplication app, AzuriteProcess azurite)
    {
        _app = app;
        Azurite = azurite;
    }

    /// <summary>Where requests go; one that has ended answers none.</summary>
    public AzuriteProcess Azurite { get; set; }

    /// <summary>Decides about each request.</summary>
    public Func<ProxiedRequest, ProxyFault> Faults { get; set; } = _ => ProxyFault.None;

    /// <summary>Is told of each request that was answered, with the body of the answer.</summary>
    public Action<ProxiedRequest, byte[]> Answered { get; set; } = (_, _) => { };

    /// <summary>The account behind this proxy.</summary>
    public string ConnectionString { get; private set; } = string.Empty;

    /// <summary>The queues behind this proxy, the blobs as they are.</summary>
    public string QueuesOnly { get; private set; } = string.Empty;

    /// <summary>Requests so far.</summary>
    public int Requests => _counts.Values.Sum();

    /// <summary>Requests so far, by service and method.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    public static async Task<StorageProxy> StartAsync(AzuriteProcess azurite)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        var proxy = new StorageProxy(app, azurite);
        app.Run(proxy.HandleAsync);
        await app.StartAsync();
        var ports = app.Urls.Select(url => new Uri(url).Port).ToList();
        proxy._queuePort = ports[1];
        proxy.ConnectionString = AzuriteProcess.ConnectionStringAt(ports[0], ports[1]);
        proxy.QueuesOnly = AzuriteProcess.ConnectionStringAt(azurite.BlobPort, ports[1]);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context, Azurite);
        }
        catch (HttpRequestException)
        {
            // Nobody is there, so nobody is here.
            context.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext context, AzuriteProcess azurite)
    {
        var isQueue = context.Connection.LocalPort == _queuePort;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var path = context.Request.Path.Value!.Split('/', 3) is [_, _, var rest] ? rest : string.Empty;
        var request = new ProxiedRequest(isQueue, context.Request.Method, path, context.Request.QueryString.Value ?? string.Empty, body.ToArray());
        _counts.AddOrUpdate($"{(isQueue ? "queue" : "blob")} {request.Method}", 1, (_, count) => count + 1);
        switch (Faults(request))
        {
            case ProxyFault.Refused:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case ProxyFault.Swallowed:
                await PretendAsync(context);
                return;
            case ProxyFault.AnswerLost:
                using (await ForwardAsync(context, request, azurite))
                    context.Abort();
                return;
            case ProxyFault.Doubled:
                (await ForwardAsync(context, request, azurite)).Dispose();
                break;
            case ProxyFault.None:
            default:
                break;
        }

        await PassAsync(context, request, azurite);
    }

    private async Task PassAsync(HttpContext context, ProxiedRequest request, AzuriteProcess azurite)
    {
        using var answer = await ForwardAsync(context, request, azurite);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
            context.Response.Headers[name] = values.ToArray();
        var bytes = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        Answered(request, bytes);
        if (request.Method != "HEAD" && bytes.Length > 0)
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpContext context, ProxiedRequest request, AzuriteProcess azurite)
    {
        var port = request.IsQueue ? azurite.QueuePort : azurite.BlobPort;
        var encoded = new Uri(context.Request.GetEncodedUrl()).PathAndQuery;
        using var message = new HttpRequestMessage(
            new HttpMethod(request.Method), new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{encoded}")));
        if (request.Body.Length > 0 || context.Request.ContentLength is not null)
            message.Content = new ByteArrayContent(request.Body);
        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key is not "Host" and not "Transfer-Encoding" and not "Expect"))
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.ToArray()))
                message.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return await _client.SendAsync(message, context.RequestAborted);
    }

    /// <summary>The answer to a message that was put on a queue, as the service's manual gives it.</summary>
    private static async Task PretendAsync(HttpContext context)
    {
        var now = DateTimeOffset.UtcNow;
        var xml = string.Create(
            CultureInfo.InvariantCulture,
            $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><QueueMessagesList><QueueMessage><MessageId>{Guid.NewGuid()}</MessageId><InsertionTime>{now:R}</InsertionTime><ExpirationTime>{now.AddDays(1):R}</ExpirationTime><PopReceipt>none</PopReceipt><TimeNextVisible>{now:R}</TimeNextVisible></QueueMessage></QueueMessagesList>""");
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync(xml, context.RequestAborted);
    }
}

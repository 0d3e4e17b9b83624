using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NeuralStyle.Cli.Tests.Weights;

/// <summary>A web server of one file on this machine: with or without Range, and breaking connections off when asked.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly byte[] _content;
    private readonly bool _ranges;

    private FileServer(WebApplication app, byte[] content, bool ranges) => (_app, _content, _ranges) = (app, content, ranges);

    /// <summary>After how many bytes each of the next connections is broken off.</summary>
    public Queue<int> Breaks { get; } = new();

    /// <summary>The Range headers of the requests so far; empty for none.</summary>
    public List<string> Ranges { get; } = [];

    public Uri Address(string name) => new($"{_app.Urls.Single()}/{name}");

    public static async Task<FileServer> StartAsync(byte[] content, bool ranges)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FileServer(builder.Build(), content, ranges);
        server._app.Map("/{name}", server.AnswerAsync);
        server._app.Map("/missing/{name}", context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var range = context.Request.Headers.Range.ToString();
        Ranges.Add(range);
        var from = _ranges && range.Length > 0 ? int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (from >= _content.Length && from > 0)
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return;
        }

        if (from > 0)
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{_content.Length - 1}/{_content.Length}";
        }

        var rest = _content.AsMemory(from);
        context.Response.ContentLength = rest.Length;
        if (Breaks.TryDequeue(out var after))
        {
            await context.Response.Body.WriteAsync(rest[..after]);
            await context.Response.Body.FlushAsync();
            // Long enough for the client to have what was sent: an abort may throw it away.
            await Task.Delay(100);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(rest);
    }
}

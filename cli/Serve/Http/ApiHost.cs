using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Api;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Cli.Serve.Http;

/// <summary>
/// Hosts the HTTP functions on 127.0.0.1, under the addresses that they have in Azure. There a key is asked for; here none is, and nobody
/// but this machine can call.
/// </summary>
internal sealed class ApiHost : IAsyncDisposable
{
    /// <summary>The prefix of all routes, as host.json has it.</summary>
    public const string Prefix = "api";

    private readonly WebApplication _app;

    private ApiHost(WebApplication app) => _app = app;

    /// <summary>How its own answers are written.</summary>
    public static JsonSerializerOptions Json => PlanJson.Readable;

    /// <summary>Where it is.</summary>
    public Uri Address => new(new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), $"/{Prefix}");

    /// <summary>Begins to answer.</summary>
    /// <param name="port">The port; 0 for one that is free.</param>
    /// <param name="functions">The functions.</param>
    /// <param name="client">The orchestrations that they start and ask.</param>
    /// <param name="loggers">Takes the log.</param>
    /// <param name="stopping">Ends the functions that run.</param>
    /// <exception cref="UsageException">The port is taken, or not this user's to take.</exception>
    public static async Task<ApiHost> StartAsync(
        int port, IEnumerable<HttpFunction> functions, DurableTaskClient client, ILoggerFactory loggers, CancellationToken stopping)
    {
        // Nothing of the environment's or a file's is read: what it does is said here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var logger = loggers.CreateLogger<ApiHost>();
        app.Use(LocalCallers.FilterAsync);
        app.UseRouting();
        var all = functions.ToList();
        foreach (var function in all)
            app.MapMethods($"/{Prefix}/{function.Route}", [function.Method.ToUpperInvariant()], context => RunAsync(function, context, client, logger, stopping));
        app.MapFallback(context => UnknownAsync(all, context));
        try
        {
            await app.StartAsync(stopping);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await app.DisposeAsync();
            throw new UsageException($"port {port} of 127.0.0.1 can't be had: {exception.Message} Give another, or 0 for one that is free.");
        }

        return new ApiHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        // Requests that are under way have been told by the token that ends the host.
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task RunAsync(
        HttpFunction function, HttpContext context, DurableTaskClient client, ILogger logger, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        try
        {
            var answer = await function.RunAsync(
                new LocalRequest(context), name => (string)context.Request.RouteValues[name]!, client, either.Token);
            await LocalResponse.SendAsync(answer, context);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            context.Abort();
        }
#pragma warning disable CA1031 // Whatever a function throws is an answer of status 500, as in Azure, and no end of the host.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ServeLogs.RequestFailed(logger, exception, context.Request.Method, context.Request.Path);
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static Task UnknownAsync(IReadOnlyList<HttpFunction> functions, HttpContext context)
    {
        var there = functions.Select(function => $"{function.Method.ToUpperInvariant()} /{Prefix}/{function.Route}");
        var problem = new ApiProblem(
            ProblemKind.NotFound, $"there is no {context.Request.Method} {context.Request.Path}; there are {string.Join(", ", there)}");
        context.Response.StatusCode = (int)problem.StatusCode;
        return context.Response.WriteAsJsonAsync(problem.ToDocument(), Json, ApiProblem.ContentType, context.RequestAborted);
    }
}

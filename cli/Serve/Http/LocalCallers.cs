using System.Net;
using Microsoft.AspNetCore.Http;
using NeuralStyle.Functions.Api;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Cli.Serve.Http;

/// <summary>
/// Who may call: programs on this machine, and no page of another site in a browser on it. There are no keys here, so that the address is
/// what keeps others out; a page could reach it all the same, in its own name or under a name that it has pointed here.
/// </summary>
internal static class LocalCallers
{
    private static readonly string[] Names = ["127.0.0.1", "localhost"];

    /// <summary>Refuses all others.</summary>
    public static async Task FilterAsync(HttpContext context, Func<Task> next)
    {
        var request = context.Request;
        if (!Names.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
            await RefuseAsync(context, $"the request's Host is '{Shown.Text(request.Host.Value ?? string.Empty)}'; allowed: {string.Join(", ", Names)}");
        else if (request.Headers.Origin is [{ } origin, ..] && origin != $"{request.Scheme}://{request.Host}")
            await RefuseAsync(context, $"the request comes from a page of '{Shown.Text(origin)}'; allowed are programs on this machine");
        else
            await next();
    }

    private static Task RefuseAsync(HttpContext context, string detail)
    {
        const int Forbidden = (int)HttpStatusCode.Forbidden;
        context.Response.StatusCode = Forbidden;
        return context.Response.WriteAsJsonAsync(
            new ProblemDocument("urn:neuralstyle:problem:foreign-caller", "Only from this machine", Forbidden, detail, null),
            ApiHost.Json,
            ApiProblem.ContentType,
            context.RequestAborted);
    }
}

using System.Globalization;
using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using NeuralStyle.Functions.Api;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Functions.Triggers;

/// <summary>A link to a page of a sweep's sheet, or to its report, for somebody who has no account: read only, that one file, for minutes.</summary>
public sealed class LinkSheet(IStore store, BlobLinks links, ProcessorSettings settings, TimeProvider clock)
{
    public const string Route = "sweeps/{sweep}/sheet";

    [Function(nameof(LinkSheet))]
    public Task<HttpResponseData> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequestData request, string sweep, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.AnswerAsync(
            async () =>
            {
                var name = RouteNames.Sweep(sweep);
                var blob = SheetFile.NameOf(name, request.Query["file"]);
                var expiresAt = WholeSeconds(clock.GetUtcNow() + LifetimeOf(request.Query["minutes"]));
                if (!await store.ExistsAsync(StoreLayout.ResultsContainer, blob, cancellation))
                    throw new ApiException(ProblemKind.NotFound, $"there is no {StoreLayout.ResultsContainer}/{blob} yet; GET {request.SweepPath(name)} says how far the sweep has come");

                var link = new SheetLink(name, blob[(name.Length + 1)..], await SignAsync(blob, expiresAt, cancellation), expiresAt);
                var response = await request.DocumentAsync(HttpStatusCode.OK, link, cancellation);
                response.Headers.Add("Cache-Control", "no-store");
                return response;
            },
            cancellation);
    }

    private async Task<Uri> SignAsync(string blob, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        try
        {
            return await links.SignAsync(StoreLayout.ResultsContainer, blob, expiresAt, cancellation);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new ApiException(ProblemKind.LinkRefused, exception.Message);
        }
    }

    // A link says no less.
    private static DateTimeOffset WholeSeconds(DateTimeOffset moment) => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerSecond), moment.Offset);

    private TimeSpan LifetimeOf(string? minutes)
    {
        if (minutes is null)
            return settings.LinkLifetime;
        var longest = (int)settings.LinkLifetime.TotalMinutes;
        return int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= longest
            ? TimeSpan.FromMinutes(value)
            : throw new ApiException(
                ProblemKind.InvalidParameter,
                string.Create(CultureInfo.InvariantCulture, $"minutes is '{Shown.Text(minutes)}'; allowed are whole numbers from 1 to {longest}"));
    }
}

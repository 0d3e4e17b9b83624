using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Verification;

/// <summary>Composes a sweep's sheet, table and report again, from its records and images alone, and holds them against those that are there.</summary>
internal sealed class Recomposition(IStore store, VerifiedFiles files)
{
    /// <returns>What the composition says of the sheet.</returns>
    /// <exception cref="LieException">A byte is another one.</exception>
    public async Task<ComposedSheet> CheckAsync(SweepProvenance provenance, CancellationToken cancellation)
    {
        var sweep = provenance.Request.Sweep;
        var overlay = new OverlayStore(store);
        await using var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddProcessor(new ProcessorSettings())
            .AddSingleton<IStore>(overlay)
            .AddSingleton<TimeProvider>(new FixedClock(provenance.ComposedAt))
            .BuildServiceProvider();
        var composed = await services.GetRequiredService<SheetComposition>()
            .ComposeAsync(sweep, provenance.Request.StartedAt, provenance.Request.Outcomes, cancellation);
        if (overlay.Removed is [var extra, ..])
            throw new LieException(extra, $"it is no page of the sheet, which has {composed.Pages.Count}");

        var own = VerifiedFiles.NameOf(StoreLayout.ResultsContainer, StoreLayout.SweepProvenance(sweep));
        foreach (var (name, truth) in overlay.Written.OrderBy(file => file.Key == own).ThenBy(file => file.Key, StringComparer.Ordinal))
        {
            var blob = name[(StoreLayout.ResultsContainer.Length + 1)..];
            var said = await files.ReadAsync(StoreLayout.ResultsContainer, blob, "it is part of every sweep", cancellation);
            if (said.Span.SequenceEqual(truth.Span))
                continue;
            throw new LieException(name, name == own ? Documents(said, truth) : Difference(name, said, truth));
        }

        return composed;
    }

    private static string Difference(string name, ReadOnlyMemory<byte> said, ReadOnlyMemory<byte> truth) => Path.GetExtension(name) switch
    {
        ".png" => SheetDifference.Between(name, said, truth),
        ".csv" => TableDifference.Between(Encoding.UTF8.GetString(said.Span), Encoding.UTF8.GetString(truth.Span)),
        _ => TextDifference.Between(Encoding.UTF8.GetString(said.Span), Encoding.UTF8.GetString(truth.Span)),
    } ?? "its bytes are not those that records and images give";

    private static string Documents(ReadOnlyMemory<byte> said, ReadOnlyMemory<byte> truth)
    {
        using var left = System.Text.Json.JsonDocument.Parse(said);
        using var right = System.Text.Json.JsonDocument.Parse(truth);
        return JsonDifference.Between(left.RootElement, right.RootElement) ?? "it is not written as it was";
    }
}

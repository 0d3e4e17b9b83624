using System.Text;
using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Provenance;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Verification;

/// <summary>Keeps count of what one composition reads and writes, and writes its <see cref="SweepProvenance"/>.</summary>
internal sealed class ProvenanceWriter(IStore store, string sweep)
{
    private readonly List<RecordedFile> _results = [];
    private string? _manifest;

    /// <summary>A page of the sheet with the resolved manifest in its metadata; as it is where the manifest is gone or too long to carry.</summary>
    public async Task<byte[]> WithManifestAsync(byte[] png, CancellationToken cancellation)
    {
        if (_manifest is null)
        {
            var blob = await store.ReadAsync(StoreLayout.ResultsContainer, StoreLayout.SweepManifest(sweep), cancellation);
            _manifest = blob is null || blob.Content.Length > PngText.MaxBytes ? string.Empty : Encoding.UTF8.GetString(blob.Content.Span);
        }

        return _manifest.Length == 0 ? png : PngText.With(png, SheetSettings.Keyword, _manifest);
    }

    /// <summary>A file under <c>results/</c> that was written, or is about to be.</summary>
    public void Add(string name, ReadOnlySpan<byte> content) => _results.Add(new RecordedFile(name[(sweep.Length + 1)..], Sha256.Of(content)));

    /// <summary>Writes the document.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="composedAt">Now.</param>
    /// <param name="trialIds">The trials whose records were read.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task WriteAsync(
        SheetRequest request, DateTimeOffset composedAt, IEnumerable<string> trialIds, CancellationToken cancellation)
    {
        foreach (var name in (string[])[StoreLayout.SweepManifest(sweep), StoreLayout.SweepPlan(sweep)])
        {
            if (await store.ReadAsync(StoreLayout.ResultsContainer, name, cancellation) is { } document)
                Add(name, document.Content.Span);
        }

        var records = new List<RecordedFile>();
        foreach (var name in trialIds.Select(StoreLayout.TrialRecord))
        {
            if (await store.ReadAsync(StoreLayout.TrialsContainer, name, cancellation) is { } record)
                records.Add(new RecordedFile(name, Sha256.Of(record.Content.Span)));
        }

        var provenance = new SweepProvenance
        {
            Request = request,
            ComposedAt = composedAt,
            Product = EngineVersion.Product,
            Images = EngineVersion.Images,
            Results = [.. _results.OrderBy(file => file.Name, StringComparer.Ordinal)],
            Records = records,
        };
        await store.WriteDocumentAsync(StoreLayout.ResultsContainer, StoreLayout.SweepProvenance(sweep), provenance, cancellation);
    }
}

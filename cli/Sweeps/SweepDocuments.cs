using System.Text;
using System.Text.Json;
using NeuralStyle.Cli.Verification;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Preferences;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Sweeps;

/// <summary>
/// What is kept of a sweep, in the storage account under its name, or in a folder: one that <c>nst fetch</c> or <c>nst run</c> wrote.
/// </summary>
/// <param name="Store">Where it is kept.</param>
/// <param name="Plan">The sweep as planned.</param>
internal sealed record SweepDocuments(IStore Store, SweepPlan Plan)
{
    private const string Results = StoreLayout.ResultsContainer;

    /// <summary>Finds a sweep.</summary>
    /// <param name="context">Where the storage account is.</param>
    /// <param name="place">A folder; where there is none of that name, the sweep of that name in the storage account.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="UsageException">There is no such sweep, it is not planned yet, or a folder has several.</exception>
    /// <exception cref="JsonException">Its plan can't be read.</exception>
    public static async Task<SweepDocuments> OpenAsync(CommandContext context, string place, CancellationToken cancellation)
    {
        var isFolder = Directory.Exists(place);
        if (!isFolder && !SweepName.IsValid(place))
            throw new UsageException($"'{place}' is neither a folder nor the name of a sweep; allowed names: {SweepName.Allowed}");

        var (store, sweep) = isFolder ? InFolder(place) : (context.OpenStore(), place);
        var plan = await store.ReadDocumentAsync<SweepPlan>(Results, StoreLayout.SweepPlan(sweep), cancellation)
            ?? throw new UsageException($"'{place}' is no folder, and no sweep of that name was planned in this storage account; 'nst submit' starts one");
        return new SweepDocuments(store, plan);
    }

    /// <summary>The records of its trials that ended, in planned order.</summary>
    /// <exception cref="JsonException">One can't be read.</exception>
    public async Task<IReadOnlyList<TrialRecord>> ReadRecordsAsync(CancellationToken cancellation)
    {
        var records = new List<TrialRecord>();
        foreach (var trial in Plan.Trials)
        {
            if (await Store.ReadDocumentAsync<TrialRecord>(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trial.Id), cancellation) is { } record)
                records.Add(record);
        }

        return records;
    }

    /// <summary>Its resolved manifest.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public async Task<Manifest> ReadManifestAsync(CancellationToken cancellation)
    {
        var name = StoreLayout.SweepManifest(Plan.Sweep);
        return await Store.ReadAsync(Results, name, cancellation) is { } blob
            ? ManifestParser.Parse(blob.Content.Span, name)
            : throw new UsageException($"'{Plan.Sweep}' has no sweep.json, which is written with its sheet; is it finished?");
    }

    /// <summary>Votes: those of a file, or those that are kept with the sweep; none where there are none.</summary>
    public async Task<VoteBook> ReadVotesAsync(FileInfo? file, CancellationToken cancellation)
    {
        if (file is not null)
            return VoteBookReader.Read(Text(await InputFile.ReadAsync(file, cancellation), file.Name), file.Name, Plan.Sweep);
        var name = StoreLayout.SweepVotes(Plan.Sweep);
        return await Store.ReadAsync(Results, name, cancellation) is { } blob
            ? VoteBookReader.Read(Text(blob.Content.Span, name), name, Plan.Sweep)
            : new VoteBook { Sweep = Plan.Sweep };
    }

    /// <summary>A file's text.</summary>
    /// <exception cref="UsageException">It is not UTF-8.</exception>
    public static string Text(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new UsageException($"'{name}' is not UTF-8: byte {exception.Index}");
        }
    }

    private static (IStore Store, string Sweep) InFolder(string folder)
    {
        var places = VerifiedPlace.InFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), images: null);
        return places is [var single]
            ? (single.Store, single.Sweep)
            : throw new UsageException($"'{folder}' has several sweeps; name the folder of one: {string.Join(", ", places.Select(place => place.Name))}");
    }
}

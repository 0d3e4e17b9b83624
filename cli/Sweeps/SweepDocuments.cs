using System.Text;
using System.Text.Json;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Preferences;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Sweeps;

/// <summary>
/// What is kept of a sweep, in the storage account under its name, or in a folder: one that <c>nst fetch</c> or <c>nst run</c> wrote.
/// </summary>
internal sealed class SweepDocuments
{
    private const string PlanFile = "plan.json";
    private readonly Func<string, CancellationToken, Task<byte[]?>> _result;
    private readonly Func<string, CancellationToken, Task<byte[]?>> _trial;

    private SweepDocuments(
        string place, SweepPlan plan, Func<string, CancellationToken, Task<byte[]?>> result, Func<string, CancellationToken, Task<byte[]?>> trial)
    {
        (Place, Plan, _result, _trial) = (place, plan, result, trial);
    }

    /// <summary>Where they are, for messages.</summary>
    public string Place { get; }

    /// <summary>The sweep as planned.</summary>
    public SweepPlan Plan { get; }

    /// <summary>Finds a sweep.</summary>
    /// <param name="context">Where the storage account is.</param>
    /// <param name="sweep">Its name, or a folder.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="UsageException">There is no such sweep, or it is not planned yet.</exception>
    public static async Task<SweepDocuments> OpenAsync(CommandContext context, string sweep, CancellationToken cancellation)
    {
        if (Directory.Exists(sweep))
            return await OfFolderAsync(Path.GetFullPath(sweep), cancellation);
        if (!SweepName.IsValid(sweep))
            throw new UsageException($"'{sweep}' is neither a folder nor the name of a sweep; allowed names: {SweepName.Allowed}");

        var store = context.OpenStore();
        Func<string, CancellationToken, Task<byte[]?>> result = (name, token) => ReadAsync(store, StoreLayout.ResultsContainer, $"{sweep}/{name}", token);
        var plan = await ReadPlanAsync(result, sweep, cancellation)
            ?? throw new UsageException($"no planned sweep '{sweep}' is known to this storage account, and it is no folder; 'nst submit' starts one");
        return new SweepDocuments(sweep, plan, result, (name, token) => ReadAsync(store, StoreLayout.TrialsContainer, name, token));
    }

    /// <summary>The records of its trials that ended, in planned order.</summary>
    public async Task<IReadOnlyList<TrialRecord>> ReadRecordsAsync(CancellationToken cancellation)
    {
        var records = new List<TrialRecord>();
        foreach (var trial in Plan.Trials)
        {
            if (await _trial(StoreLayout.TrialRecord(trial.Id), cancellation) is { } bytes)
                records.Add(Deserialize<TrialRecord>(bytes, StoreLayout.TrialRecord(trial.Id)));
        }

        return records;
    }

    /// <summary>Its resolved manifest.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public async Task<Manifest> ReadManifestAsync(CancellationToken cancellation) =>
        await _result("sweep.json", cancellation) is { } bytes
            ? ManifestParser.Parse(bytes, "sweep.json")
            : throw new UsageException($"'{Place}' has no sweep.json, which the sheet's composition writes; is the sweep finished?");

    /// <summary>Votes: those of a file, or those that are kept with the sweep; none where there are none.</summary>
    public async Task<VoteBook> ReadVotesAsync(FileInfo? file, CancellationToken cancellation)
    {
        if (file is not null)
            return VoteBookReader.Read(Text(await InputFile.ReadAsync(file, cancellation), file.Name), file.Name, Plan.Sweep);
        return await _result("votes.json", cancellation) is { } bytes
            ? VoteBookReader.Read(Text(bytes, "votes.json"), "votes.json", Plan.Sweep)
            : new VoteBook { Sweep = Plan.Sweep };
    }

    /// <summary>A file's text.</summary>
    /// <exception cref="UsageException">It is not UTF-8.</exception>
    public static string Text(byte[] bytes, string name)
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

    private static async Task<SweepDocuments> OfFolderAsync(string folder, CancellationToken cancellation)
    {
        // Of nst fetch, trials lie beside the plan; of nst run, in the store's own layout, whose root may be named where it has one sweep.
        var results = Path.Combine(folder, StoreLayout.ResultsContainer);
        var planned = !File.Exists(Path.Combine(folder, PlanFile)) && Directory.Exists(results)
            ? Directory.GetDirectories(results).Where(one => File.Exists(Path.Combine(one, PlanFile))).Order(StringComparer.Ordinal).ToList()
            : [folder];
        if (planned.Count > 1)
            throw new UsageException($"'{folder}' has several sweeps; name one of: {string.Join(", ", planned)}");

        var home = planned is [var single] ? single : folder;
        var beside = Path.Combine(home, StoreLayout.TrialsContainer);
        var trials = Directory.Exists(beside) ? beside : Path.Combine(home, "..", "..", StoreLayout.TrialsContainer);
        Func<string, CancellationToken, Task<byte[]?>> result = (name, token) => ReadFileAsync(Path.Combine(home, name), token);
        var plan = await ReadPlanAsync(result, folder, cancellation)
            ?? throw new UsageException($"'{folder}' has no {PlanFile}; allowed: a folder that 'nst fetch' or 'nst run' wrote");
        return new SweepDocuments(home, plan, result, (name, token) => ReadFileAsync(Path.Combine(trials, name), token));
    }

    private static async Task<SweepPlan?> ReadPlanAsync(
        Func<string, CancellationToken, Task<byte[]?>> result, string sweep, CancellationToken cancellation) =>
        await result(PlanFile, cancellation) is { } bytes ? Deserialize<SweepPlan>(bytes, $"{sweep}/{PlanFile}") : null;

    private static T Deserialize<T>(byte[] bytes, string name)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, PlanJson.Compact) ?? throw new UsageException($"'{name}' is empty");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"'{name}' can't be read: {exception.Message}");
        }
    }

    private static async Task<byte[]?> ReadAsync(IStore store, string container, string name, CancellationToken cancellation) =>
        await store.ReadAsync(container, name, cancellation) is { } blob ? blob.Content.ToArray() : null;

    private static async Task<byte[]?> ReadFileAsync(string path, CancellationToken cancellation) =>
        File.Exists(path) ? await InputFile.ReadAsync(new FileInfo(path), cancellation) : null;
}

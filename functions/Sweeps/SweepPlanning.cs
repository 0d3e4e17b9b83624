using System.Text;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// From a manifest to trials in the store: parse, find the images, hash them, plan, and write <c>trial.json</c> of each trial,
/// <c>plan.json</c> and <c>sweep.json</c>. Doing it twice writes the same again.
/// </summary>
public sealed class SweepPlanning(
    IStore store,
    INetworkCatalog networks,
    FinishedTrials finished,
    SweepForecasting forecasting,
    PlanWriter writer,
    ProcessorSettings settings,
    TimeProvider clock,
    ILogger<SweepPlanning> logger)
{
    /// <summary>How long the planning of a manifest may take; the largest allowed takes seconds.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(2);

    private readonly InputImages _inputs = new(store);

    /// <summary>What can be said against a manifest without reading its images; empty when it can be planned.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(
        string sweep, string manifestName, StoredBlob manifest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return [.. (await FindProblemsAsync(sweep, manifestName, manifest.Content, cancellation)).Select(problem => problem.Format(manifestName))];
    }

    /// <summary>What can be said against a manifest without reading its images, with the places in it.</summary>
    public async Task<IReadOnlyList<ManifestProblem>> FindProblemsAsync(
        string sweep, string manifestName, ReadOnlyMemory<byte> manifest, CancellationToken cancellation)
    {
        try
        {
            var available = await _inputs.ListAsync(manifestName, cancellation);
            await WithinTimeAsync(manifestName, () => Parse(sweep, manifestName, manifest, available), cancellation);
            return [];
        }
        catch (ManifestException exception)
        {
            return exception.Problems;
        }
    }

    /// <summary>Plans one version of a manifest; what is wrong with it is part of the answer.</summary>
    public async Task<PlannedSweep> PlanVersionAsync(PlanRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        StoredBlob? manifest;
        try
        {
            manifest = await store.ReadAsync(StoreLayout.SweepsContainer, request.ManifestName, cancellation);
        }
        catch (BlobTooLargeException)
        {
            // Not the version that was to be planned, which was read once.
            return new PlannedSweep { Superseded = true };
        }

        if (manifest is null)
            return new PlannedSweep { Problems = [$"{StoreLayout.SweepsContainer}/{request.ManifestName} is gone; it was to be planned now."] };
        if (manifest.ETag != request.ManifestETag)
            return new PlannedSweep { Superseded = true };

        try
        {
            var sweep = await ResolveAsync(request.Sweep, request.ManifestName, manifest.Content, cancellation);
            IReadOnlyList<string> trialIds = [.. sweep.Plan.Trials.Select(trial => trial.Id)];
            var earlier = await finished.FindOutcomesAsync(trialIds, cancellation);
            var cut = await forecasting.CheckAsync(sweep, earlier.Select(outcome => outcome.TrialId).ToHashSet(), cancellation);
            await WriteAsync(sweep.Plan, sweep.ResolvedManifest, cancellation);
            Logs.SweepPlanned(logger, request.Sweep, trialIds.Count, earlier.Count, cut.Count);
            var limits = sweep.Manifest.Limits;
            return new PlannedSweep
            {
                TrialIds = trialIds,
                Settled = [.. earlier, .. cut.Select(trial => new TrialOutcome { TrialId = trial.TrialId, State = TrialState.Pending, Reason = trial.Reason })],
                MaxMinutes = limits.MaxMinutes,
                MaxWorkSeconds = settings.HourlyRate > 0 ? limits.MaxCost / settings.HourlyRate * 3600 : null,
                Cuts = limits.Over == LimitExcess.Cut,
                Rungs = sweep.Plan.Search?.Rungs.Count ?? 1,
            };
        }
        catch (ManifestException exception)
        {
            return new PlannedSweep { Problems = exception.Lines };
        }
    }

    /// <summary>Plans a sweep and writes the plan to the store, whatever its limits say of its length and cost.</summary>
    /// <param name="sweep">Name of the sweep; see <see cref="SweepName"/>.</param>
    /// <param name="manifestName">Name of the manifest, for messages.</param>
    /// <param name="manifest">Its bytes.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ManifestException">The manifest has problems.</exception>
    /// <exception cref="StoreUnavailableException">The store could not be reached; worth a retry.</exception>
    public async Task<SweepPlan> PlanAsync(
        string sweep, string manifestName, ReadOnlyMemory<byte> manifest, CancellationToken cancellation)
    {
        var resolved = await ResolveAsync(sweep, manifestName, manifest, cancellation);
        await WriteAsync(resolved.Plan, resolved.ResolvedManifest, cancellation);
        return resolved.Plan;
    }

    /// <summary>Plans a sweep and writes nothing.</summary>
    /// <returns>The plan, its manifest, and the resolved manifest that gives it again.</returns>
    /// <exception cref="ManifestException">The manifest has problems.</exception>
    /// <exception cref="StoreUnavailableException">The store could not be reached; worth a retry.</exception>
    public async Task<ResolvedSweep> ResolveAsync(
        string sweep, string manifestName, ReadOnlyMemory<byte> manifest, CancellationToken cancellation)
    {
        var available = await _inputs.ListAsync(manifestName, cancellation);
        var (parsed, images) = await WithinTimeAsync(manifestName, () => Parse(sweep, manifestName, manifest, available), cancellation);
        var inputs = new SweepInputs
        {
            Sweep = sweep,
            Images = images,
            ImageHashes = await _inputs.HashAsync(images.All, manifestName, cancellation),
            DefaultNetwork = networks.DefaultNetwork,
            Weights = WeightsOf(parsed.Networks(networks.DefaultNetwork)),
        };
        return await WithinTimeAsync(
            manifestName,
            () =>
            {
                var plan = SweepPlanner.Plan(parsed, inputs);
                return new ResolvedSweep(plan, ManifestWriter.Write(parsed, inputs, plan), parsed);
            },
            cancellation);
    }

    /// <summary>What takes too long is given up, so that no manifest keeps a host busy for others. Everything in it is bounded, and ends by itself.</summary>
    private async Task<T> WithinTimeAsync<T>(string manifestName, Func<T> work, CancellationToken cancellation)
    {
        try
        {
            return await Task.Run(work, cancellation).WaitAsync(MaxTime, clock, cancellation);
        }
        catch (TimeoutException)
        {
            throw new ManifestException(manifestName, [Problem($"planning took longer than {MaxTime.TotalSeconds} seconds, which is allowed; use fewer combinations, conditions or globs")]);
        }
    }

    private static (Manifest Manifest, MatchedImages Images) Parse(
        string sweep, string manifestName, ReadOnlyMemory<byte> bytes, AvailableImages available)
    {
        var problems = new List<ManifestProblem>();
        if (!SweepName.IsValid(sweep))
            problems.Add(Problem($"'{sweep}', the manifest's name without extension, is no name of a sweep; allowed: {SweepName.Allowed}"));
        Manifest? manifest = null;
        MatchedImages? images = null;
        try
        {
            manifest = ManifestParser.Parse(bytes.Span, manifestName);
            if (manifest.Name is { } name && name != sweep)
                problems.Add(Problem($"name: '{name}' is not '{sweep}', the manifest's own name without extension; make them agree, or leave name out"));
            images = manifest.MatchImages(available);
        }
        catch (ManifestException exception)
        {
            problems.AddRange(manifest is null ? WithImages(exception, bytes, available) : exception.Problems);
        }

        return problems.Count == 0 ? (manifest!, images!) : throw new ManifestException(manifestName, problems);
    }

    /// <summary>What is wrong with a manifest that can't be read, with the images that it misses.</summary>
    private static IReadOnlyList<ManifestProblem> WithImages(
        ManifestException known, ReadOnlyMemory<byte> bytes, AvailableImages available)
    {
        try
        {
            ManifestParser.Parse(bytes.Span, known.ManifestName, available);
            return known.Problems;
        }
        catch (ManifestException exception)
        {
            return exception.Problems;
        }
    }

    private static ManifestProblem Problem(string message) => new(1, 1, string.Empty, message);

    private Dictionary<NetworkName, WeightsReference> WeightsOf(IEnumerable<NetworkName> wanted) =>
        wanted.Select(networks.Find).OfType<WeightsReference>().ToDictionary(weights => weights.Network);

    private async Task WriteAsync(SweepPlan plan, string resolved, CancellationToken cancellation)
    {
        await writer.WriteTrialsAsync(plan.Trials, cancellation);
        var manifest = Encoding.UTF8.GetBytes(resolved);
        await store.WriteAsync(
            StoreLayout.ResultsContainer, StoreLayout.SweepManifest(plan.Sweep), manifest, "application/json", cancellation);
        await writer.WritePlanAsync(plan, cancellation);
    }
}

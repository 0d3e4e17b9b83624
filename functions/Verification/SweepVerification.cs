using NeuralStyle.Engine;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Verification;

/// <summary>
/// Verifies what a sweep left: plans it anew from its resolved manifest, holds inputs, images, records and drawings against their hashes
/// and against each other, measures the results again, and composes sheet, table and report again, byte by byte. It ends at the first lie.
/// </summary>
public sealed class SweepVerification(IStore store)
{
    /// <summary>Names of the images of a sweep that are not in the store, so that it can't be verified.</summary>
    public async Task<IReadOnlyList<string>> MissingImagesAsync(string sweep, CancellationToken cancellation)
    {
        SweepPlan? plan;
        try
        {
            plan = await new VerifiedFiles(store).FindDocumentAsync<SweepPlan>(StoreLayout.ResultsContainer, StoreLayout.SweepPlan(sweep), cancellation);
        }
        catch (LieException)
        {
            // Verifying says more of it.
            return [];
        }

        var missing = new List<string>();
        var trials = plan?.Trials ?? [];
        foreach (var name in trials.SelectMany(PlanCheck.ImagesOf).Select(image => image.Name).Distinct().Order(StringComparer.Ordinal))
        {
            if (!await IsThereAsync(name, cancellation))
                missing.Add(name);
        }

        return missing;
    }

    private async Task<bool> IsThereAsync(string image, CancellationToken cancellation)
    {
        try
        {
            return await store.ExistsAsync(StoreLayout.InputContainer, image, cancellation);
        }
        catch (ArgumentException)
        {
            // No name of a file: the plan may be anybody's.
            return false;
        }
    }

    /// <summary>Verifies a sweep. Nothing is written.</summary>
    /// <exception cref="StoreUnavailableException">The store could not be reached.</exception>
    public async Task<VerifiedSweep> VerifyAsync(string sweep, CancellationToken cancellation)
    {
        var files = new VerifiedFiles(store);
        var verified = new VerifiedSweep { Sweep = sweep };
        try
        {
            verified = await VerifyAsync(sweep, files, cancellation);
        }
        catch (LieException lie)
        {
            verified = verified with { File = lie.File, Problem = lie.Problem };
        }

        return verified with { Files = files.Count };
    }

    private async Task<VerifiedSweep> VerifyAsync(string sweep, VerifiedFiles files, CancellationToken cancellation)
    {
        const string Composed = "it is part of every sweep whose sheet was composed";
        var plan = await files.ReadDocumentAsync<SweepPlan>(StoreLayout.ResultsContainer, StoreLayout.SweepPlan(sweep), Composed, cancellation);
        if (plan.Sweep != sweep)
            throw new LieException(VerifiedFiles.NameOf(StoreLayout.ResultsContainer, StoreLayout.SweepPlan(sweep)), $"it is of sweep {plan.Sweep}, not {sweep}");
        var manifest = await files.ReadAsync(StoreLayout.ResultsContainer, StoreLayout.SweepManifest(sweep), Composed, cancellation);
        var provenance = await files.ReadDocumentAsync<SweepProvenance>(
            StoreLayout.ResultsContainer,
            StoreLayout.SweepProvenance(sweep),
            $"{Composed} since hashes are kept; submit or run the sweep again to compose its sheet anew",
            cancellation);
        if (provenance.Request.IsPartial)
        {
            throw new LieException(
                VerifiedFiles.NameOf(StoreLayout.ResultsContainer, StoreLayout.SweepProvenance(sweep)),
                "the sheet is of what was done so far, and how far trials are is kept nowhere; it can be verified when the sweep has ended");
        }

        CheckPlan(plan, manifest.Span, provenance);
        var isSameProduct = (provenance.Product, provenance.Images) == (EngineVersion.Product, EngineVersion.Images);
        var images = await ReadImagesAsync(plan, files, cancellation);
        var notes = await CheckTrialsAsync(plan, files, provenance, isSameProduct, images, cancellation);
        await SearchCheck.CheckAsync(plan, provenance, files, cancellation);
        ComposedSheet? composed = null;
        if (isSameProduct)
        {
            composed = await new Recomposition(store, files).CheckAsync(provenance, cancellation);
        }
        else
        {
            notes.Add($"the sheet, table and report were held against their hashes, not drawn again: they were made by NeuralStyle {provenance.Product} "
                + $"with {provenance.Images}, this is {EngineVersion.Product} with {EngineVersion.Images}");
        }

        foreach (var file in provenance.Results)
            await files.CheckAsync(StoreLayout.ResultsContainer, $"{sweep}/{file.Name}", file.Sha256, "provenance.json", cancellation);
        await StatusCheck.CheckAsync(plan, provenance, composed, files, cancellation);
        return new VerifiedSweep { Sweep = sweep, Trials = plan.Trials.Count, Notes = notes };
    }

    /// <summary>Holds the plan against the manifest; of a search, only its first rung follows from that.</summary>
    private static void CheckPlan(SweepPlan plan, ReadOnlySpan<byte> manifest, SweepProvenance provenance)
    {
        try
        {
            PlanCheck.Check(plan, manifest);
        }
        catch (LieException lie) when (lie.File.EndsWith(StoreLayout.SweepPlan(plan.Sweep), StringComparison.Ordinal))
        {
            // The two contradict each other; the hash tells which of them was changed.
            var said = provenance.Results.FirstOrDefault(file => $"{plan.Sweep}/{file.Name}" == StoreLayout.SweepManifest(plan.Sweep));
            if (said is null || said.Sha256 == Sha256.Of(manifest))
                throw;
            throw new LieException(
                VerifiedFiles.NameOf(StoreLayout.ResultsContainer, StoreLayout.SweepManifest(plan.Sweep)),
                $"it was changed after the sheet was composed, and doesn't give the plan any more: there {lie.Problem}");
        }
    }

    private static async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> ReadImagesAsync(
        SweepPlan plan, VerifiedFiles files, CancellationToken cancellation)
    {
        var images = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var image in plan.Trials.SelectMany(PlanCheck.ImagesOf).DistinctBy(image => image.Name))
            images[image.Name] = await files.CheckAsync(StoreLayout.InputContainer, image.Name, image.Sha256, "plan.json", cancellation);
        return images;
    }

    private static async Task<List<string>> CheckTrialsAsync(
        SweepPlan plan,
        VerifiedFiles files,
        SweepProvenance provenance,
        bool isSameProduct,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images,
        CancellationToken cancellation)
    {
        using var measures = new TrialMeasuresCheck();
        var check = new TrialCheck(files, measures, provenance, isSameProduct);
        var outcomes = provenance.Request.Outcomes.ToLookup(outcome => outcome.TrialId);
        foreach (var trial in plan.Trials)
        {
            cancellation.ThrowIfCancellationRequested();
            await check.CheckAsync(trial, outcomes[trial.Id].FirstOrDefault(), images, cancellation);
        }

        return [.. check.Notes];
    }
}

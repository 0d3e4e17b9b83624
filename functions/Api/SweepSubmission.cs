using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Functions.Api;

/// <summary>
/// Takes a manifest and starts its sweep. A sweep's run is known by the version of its manifest's blob, which every writing changes; so a
/// manifest that is there already, byte for byte, is not written again, and submitting it twice runs it once. It is written again
/// where that is what somebody who submits it again wants: the run failed, was cancelled or rejected, or it is said so.
/// </summary>
public sealed class SweepSubmission(IStore store, SweepPlanning planning, SweepStart start, StatusWriter status, BrokenOffSweeps brokenOff)
{
    private const string ManifestType = "application/yaml";

    // Each time somebody else wrote the same manifest in between.
    private const int Attempts = 10;

    /// <summary>Takes a manifest.</summary>
    /// <returns>The sweep as it is then, and whether this call is known to have started it.</returns>
    /// <exception cref="ApiException">It can't be run, or the terms don't allow it.</exception>
    /// <exception cref="StoreUnavailableException">The store could not be reached; worth a retry.</exception>
    public async Task<(SweepStatus Status, bool IsNew)> SubmitAsync(
        string sweep, ReadOnlyMemory<byte> manifest, SubmissionTerms terms, DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var name = $"{sweep}{SweepIdentity.Extensions[0]}";
        await RequireGoodAsync(sweep, name, manifest, cancellation);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var there = await ReadAsync(name, cancellation);
            if (!terms.Allow(there?.ETag))
                throw new ApiException(ProblemKind.PreconditionFailed, Refusal(name, there?.ETag, terms));
            var isNew = false;
            if (there is null || !there.Content.Span.SequenceEqual(manifest.Span) || await IsToRunAgainAsync(sweep, there.ETag, terms, client, cancellation))
            {
                // In doubt whose writing it was, this request takes it as what it asked for, and doesn't claim it.
                if (await store.WriteOnceAsync(StoreLayout.SweepsContainer, name, manifest, ManifestType, there?.ETag, cancellation) is not { } written)
                    continue;
                isNew = written.IsKnownOurs;
            }

            // Also of a manifest that was there: perhaps whoever wrote it died before it was started.
            await start.RunAsync(name, client, cancellation);
            var begun = await status.ReadAsync(sweep, cancellation);
            if (begun is not null)
                return (begun, isNew);
        }

        throw new StoreUnavailableException($"{StoreLayout.SweepsContainer}/{name} was written by others each of {Attempts} times.");
    }

    private async Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadAsync(StoreLayout.SweepsContainer, name, cancellation);
        }
        catch (BlobTooLargeException exception)
        {
            // Larger than any that is taken here, so it is another.
            return new StoredBlob(ReadOnlyMemory<byte>.Empty, exception.ETag);
        }
    }

    private async Task RequireGoodAsync(string sweep, string name, ReadOnlyMemory<byte> manifest, CancellationToken cancellation)
    {
        var problems = await planning.FindProblemsAsync(sweep, name, manifest, cancellation);
        if (problems.Count == 0)
            return;
        throw new ApiException(new ApiProblem(
            ProblemKind.InvalidManifest, problems.Count == 1 ? problems[0].Format(name) : $"{problems.Count} problems, each in 'errors'; nothing was started")
        {
            Errors = [.. problems.Select(ManifestError.Of)],
        });
    }

    private async Task<bool> IsToRunAgainAsync(
        string sweep, string etag, SubmissionTerms terms, DurableTaskClient client, CancellationToken cancellation) =>
        terms.Again
        || (await brokenOff.ReadAsync(sweep, client, cancellation) is { State: SweepState.Failed or SweepState.Cancelled or SweepState.Rejected } ended
            && ended.InstanceId == SweepIdentity.InstanceId(sweep, etag));

    private static string Refusal(string name, string? etag, SubmissionTerms terms)
    {
        var seen = etag is null ? "is not there" : $"is there in version {etag}";
        return $"{StoreLayout.SweepsContainer}/{name} {seen}; the request's replaces={Shown.Text(terms.Replaces ?? string.Empty)} doesn't allow that";
    }
}

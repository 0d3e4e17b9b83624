using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>Estimates sweeps from what this store's records say, and holds them against their manifests' limits.</summary>
public sealed class SweepForecasting(IStore store, RecordedSpeeds records, IPictureSizes sizes, IMachineSpeed machine, SweepPromotion promotion, ProcessorSettings settings)
{
    private WorkRate Rate => new() { PerHour = settings.HourlyRate, Currency = settings.Currency, Workers = settings.Workers };

    /// <summary>A sweep's plan as far as it is known by what ended before, with the ids of the trials that did.</summary>
    /// <param name="plan">Its plan; of a search, that of its first rung.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<(SweepPlan Plan, IReadOnlySet<string> Finished)> AheadAsync(SweepPlan plan, CancellationToken cancellation)
    {
        var (known, outcomes) = await promotion.AheadAsync(plan, cancellation);
        return (known, outcomes.Select(outcome => outcome.TrialId).ToHashSet());
    }

    /// <summary>What a sweep is expected to ask for.</summary>
    /// <param name="plan">Its plan.</param>
    /// <param name="finished">Ids of trials that ended before.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<SweepForecast> ForecastAsync(SweepPlan plan, IReadOnlySet<string> finished, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(finished);
        var speeds = await records.ReadAsync(plan.Trials.Select(trial => trial.Id).Where(finished.Contains), cancellation);
        var contents = new Dictionary<string, (int Width, int Height)>();
        foreach (var name in plan.Trials.Select(trial => trial.Content.Name).Distinct())
        {
            contents[name] = await SizeOfAsync(name, cancellation);
        }

        var book = new SpeedBook(speeds, settings.Device, () => machine.MultiplyAddsPerSecond);
        return SweepForecast.Of(plan, finished, trial => contents[trial.Content.Name], book, Rate);
    }

    private async Task<(int Width, int Height)> SizeOfAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var image = await store.ReadAsync(StoreLayout.InputContainer, name, cancellation);
            return image is null ? (1, 1) : sizes.Of(name, image.Content);
        }
        catch (BlobTooLargeException)
        {
            // Its trials will fail, and say why.
            return (1, 1);
        }
    }

    /// <summary>Holds a sweep against its limits.</summary>
    /// <returns>Trials that the limits cut, with the reason.</returns>
    /// <exception cref="ManifestException">The limits refuse it.</exception>
    public async Task<IReadOnlyList<(string TrialId, string Reason)>> CheckAsync(
        ResolvedSweep sweep, IReadOnlySet<string> finished, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var plan = sweep.Plan;
        if (plan.Search is not null)
            (plan, finished) = await AheadAsync(plan, cancellation);
        // Most sweeps are far from their limits, and nothing has to be read or measured to see that.
        var worst = SweepForecast.Of(plan, finished, Square, new SlowMachine(), Rate);
        var verdict = LimitVerdict.Of(worst, sweep.Manifest.Limits);
        if (verdict.Problems.Count > 0 || verdict.Cut.Count > 0)
            verdict = LimitVerdict.Of(await ForecastAsync(plan, finished, cancellation), sweep.Manifest.Limits);
        ThrowIfRefused(sweep.Manifest, verdict);
        return verdict.Cut;
    }

    /// <summary>Refuses a sweep that a verdict refuses.</summary>
    /// <exception cref="ManifestException">It is refused.</exception>
    public static void ThrowIfRefused(Manifest manifest, LimitVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(verdict);
        var (line, column) = manifest.LimitsPosition;
        if (verdict.Problems.Count > 0)
            throw new ManifestException(manifest.Source, [.. verdict.Problems.Select(problem => new ManifestProblem(line, column, problem.Limit, problem.Message))]);
    }

    // The largest that a content image can come to.
    private static (int Width, int Height) Square(Trial trial) => (1, 1);
}

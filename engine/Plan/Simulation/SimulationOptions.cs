namespace NeuralStyle.Plan.Simulation;

/// <summary>What a simulation of a sweep assumes. Times are seconds.</summary>
public sealed record SimulationOptions
{
    /// <summary>Trials of a simulation at most.</summary>
    public const int MostTrials = 1_000_000;

    /// <summary>Longest of any time: a year.</summary>
    public const double MostSeconds = 366 * 86_400.0;

    /// <summary>Most of any number beside a time.</summary>
    public const int MostOfAll = 1_000_000;

    // Some minutes of computing.
    private const double MostEvents = 1e8;

    /// <summary>What each trial computes, in planned order. Allowed: 1 to 1,000,000 trials of 0 and more.</summary>
    public required IReadOnlyList<double> TrialSeconds { get; init; }

    /// <summary>
    /// How many of them each rung of a search has, the first first: a rung begins when the one before has ended. Allowed: 1 and more each, all trials
    /// together. Default: none, which is one rung of all.
    /// </summary>
    public IReadOnlyList<int> Rungs { get; init; } = [];

    /// <summary>Trials under way at once, waiting included (<c>Processor__Window</c>). Allowed: 1 and more. Default: twice <see cref="MaxReplicas"/>.</summary>
    public int? Window { get; init; }

    /// <summary>Workers that stay. Allowed: 0 to <see cref="MaxReplicas"/>. Default: 0.</summary>
    public int MinReplicas { get; init; }

    /// <summary>Workers at most. Allowed: 1 to 1000, what Container Apps allow. Default: 4.</summary>
    public int MaxReplicas { get; init; } = 4;

    /// <summary>Messages for which one worker is wanted: <c>batchSize</c> of host.json. Allowed: 1 and more. Default: 1.</summary>
    public int QueueLength { get; init; } = 1;

    /// <summary>Time between two looks of the scaler at the queue. Default: 30, that of Container Apps.</summary>
    public double PollingSeconds { get; init; } = 30;

    /// <summary>How many workers may be added at one look, at least; as many as there are may always be added. Default: 4, from memory.</summary>
    public int ScaleOutStep { get; init; } = 4;

    /// <summary>How long fewer workers must have been enough before some are taken away. Default: 300, that of Container Apps.</summary>
    public double ScaleInSeconds { get; init; } = 300;

    /// <summary>Getting the image onto a machine. Default: 60. With <see cref="StartSeconds"/> in the middle of the one to two minutes that
    /// the documentation tells of an image of five gigabytes; not measured.</summary>
    public double PullSeconds { get; init; } = 60;

    /// <summary>From the image to the first trial: the host, libtorch, the weights. Default: 30, as <see cref="PullSeconds"/>.</summary>
    public double StartSeconds { get; init; } = 30;

    /// <summary>Activities that the orchestrations may begin in a second. Default: 100, as documented for the Azure Storage provider.</summary>
    public double ActivitiesPerSecond { get; init; } = 100;

    /// <summary>Activities of a trial. Default: 1: queueing it. Looking for records and writing the status are for many trials at once.</summary>
    public double ActivitiesPerTrial { get; init; } = 1;

    /// <summary>Results that the orchestrations may take in a second. Default: 50, external events as documented for the Azure Storage provider.</summary>
    public double EventsPerSecond { get; init; } = 50;

    /// <summary>How often a worker that computes is killed in an hour. Default: 0. With it, what is killed is by chance.</summary>
    public double KillsPerHour { get; init; }

    /// <summary>Work that a kill costs: since the last checkpoint. Default: 15, half of <c>Processor__CheckpointInterval</c>.</summary>
    public double LostSeconds { get; init; } = 15;

    /// <summary>Until the message of a killed worker comes back. Default: 15, where the worker gave it back (<c>visibilityTimeout</c>); 300 to 600 where it could not.</summary>
    public double ReturnSeconds { get; init; } = 15;

    /// <summary>What is left to chance follows from it. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The window that holds.</summary>
    public int EffectiveWindow => Window ?? 2 * MaxReplicas;

    /// <summary>What is not allowed, all of it; empty where nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        const int MostReplicas = 1000;
        // Each look is an event of the simulation: a sweep of a year must not have billions of them.
        const double LeastPolling = 0.1;
        (bool IsWrong, string Problem)[] checks =
        [
            (TrialSeconds.Count is 0 or > MostTrials, $"there are {TrialSeconds.Count} trials; allowed are 1 to {MostTrials}"),
            (TrialSeconds.Any(seconds => !(seconds >= 0 && seconds <= MostSeconds)), FormattableString.Invariant($"a trial has no number of seconds; allowed are 0 and more, at most {MostSeconds}")),
            (Rungs.Count > 0 && (Rungs.Any(trials => trials < 1) || Rungs.Sum(trials => (long)trials) != TrialSeconds.Count),
                $"rungs of {string.Join(", ", Rungs)} trials; allowed are 1 and more each, {TrialSeconds.Count} together"),
            (MaxReplicas is < 1 or > MostReplicas, $"at most {MaxReplicas} replicas; allowed are 1 to {MostReplicas}"),
            (MinReplicas < 0 || MinReplicas > MaxReplicas, $"at least {MinReplicas} replicas; allowed are 0 to {MaxReplicas}, the most"),
            (EffectiveWindow is < 1 or > MostOfAll, $"a window of {EffectiveWindow}; allowed are 1 to {MostOfAll}"),
            (QueueLength is < 1 or > MostOfAll, $"{QueueLength} messages for a replica; allowed are 1 to {MostOfAll}"),
            (ScaleOutStep is < 1 or > MostOfAll, $"{ScaleOutStep} replicas added at once; allowed are 1 to {MostOfAll}"),
            (!(PollingSeconds is >= LeastPolling and <= MostSeconds), FormattableString.Invariant($"{PollingSeconds} seconds between two looks at the queue; allowed are {LeastPolling} to {MostSeconds}")),
            (!IsRate(ActivitiesPerSecond) || !IsRate(EventsPerSecond),
                FormattableString.Invariant($"{ActivitiesPerSecond} activities and {EventsPerSecond} events in a second; allowed is more than 0")),
            (!(ActivitiesPerTrial is >= 0 and <= MostOfAll) || !(KillsPerHour is >= 0 and <= MostOfAll),
                FormattableString.Invariant($"{ActivitiesPerTrial} activities of a trial and {KillsPerHour} kills in an hour; allowed are 0 to {MostOfAll}")),
            (((double[])[ScaleInSeconds, PullSeconds, StartSeconds, LostSeconds, ReturnSeconds]).Any(seconds => !(seconds is >= 0 and <= MostSeconds)),
                FormattableString.Invariant($"a time is below 0 or too long; allowed are 0 to {MostSeconds} seconds")),
        ];
        var problems = checks.Where(check => check.IsWrong).Select(check => check.Problem).ToList();
        if (problems.Count == 0 && Events() is var events && !(events <= MostEvents))
            problems.Add(FormattableString.Invariant($"work, kills and looks at the queue make some {events:0.#e0} events; allowed are {MostEvents:0.#e0}: fewer trials, fewer kills, fewer looks, or limits that let it end sooner"));
        return problems;
    }

    /// <summary>
    /// About how much there is to simulate: runs of trials and looks at the queue, until the last worker has gone. A run gets past what its kill
    /// costs with a chance that falls exponentially: with kills at a rate r, work W takes some W exp(r lost) and W r exp(r lost) runs. How long it
    /// takes is bounded by what would follow from each limit alone, one after the other: rung by rung, by as many workers as the window and the
    /// scaler let a rung have.
    /// </summary>
    private double Events()
    {
        var rate = KillsPerHour / 3600;
        var waste = Math.Exp(rate * LostSeconds);
        var coldStart = PollingSeconds + PullSeconds + StartSeconds;
        var (runs, trial) = ((double)TrialSeconds.Count, 0);
        var makespan = ScaleInSeconds + (TrialSeconds.Count * ((ActivitiesPerTrial / ActivitiesPerSecond) + (1 / EventsPerSecond)));
        foreach (var trials in Rungs.Count > 0 ? Rungs : [TrialSeconds.Count])
        {
            var (work, longest) = (0.0, 0.0);
            for (var end = trial + trials; trial < end; trial++)
            {
                work += TrialSeconds[trial] * waste;
                longest = Math.Max(longest, TrialSeconds[trial] * waste);
            }

            var messages = Math.Min(EffectiveWindow, trials);
            var workers = Math.Min(messages, ScaleRule.Wanted(this, messages));
            var kills = work * rate;
            runs += kills;
            makespan += coldStart + longest + ((work + (kills * (ReturnSeconds + coldStart))) / workers);
        }

        return runs + (makespan / PollingSeconds);
    }

    private static bool IsRate(double value) => value > 0 && double.IsFinite(value);
}

namespace NeuralStyle.Plan.Simulation;

/// <summary>
/// How many workers the platform wants, by the length of the queue: a message that a worker has in hand counts as one that waits. None becomes one
/// first, then more at the next look; fewer only after fewer were enough for a while.
/// </summary>
/// <param name="options">The rule's numbers.</param>
internal sealed class ScaleRule(SimulationOptions options)
{
    // The latest looks, none of them after one that wanted as many or more: the first is the most that was wanted.
    private readonly LinkedList<(double Time, int Wanted)> _wanted = new();

    /// <summary>The workers that are wanted for so many messages.</summary>
    public static int Wanted(SimulationOptions options, int messages) =>
        Math.Clamp((messages + options.QueueLength - 1) / options.QueueLength, options.MinReplicas, options.MaxReplicas);

    /// <summary>What the platform goes to at a look.</summary>
    /// <param name="time">When it looks.</param>
    /// <param name="messages">Messages in the queue, those in hand among them.</param>
    /// <param name="replicas">Workers that there are.</param>
    public int Next(double time, int messages, int replicas)
    {
        var wanted = Wanted(options, messages);
        while (_wanted.Last is { Value.Wanted: var last } && last <= wanted)
            _wanted.RemoveLast();
        _wanted.AddLast((time, wanted));
        while (_wanted.First!.Value.Time < time - options.ScaleInSeconds)
            _wanted.RemoveFirst();

        if (wanted > replicas)
            return replicas == 0 ? 1 : Math.Min(wanted, replicas + Math.Max(options.ScaleOutStep, replicas));
        return Math.Min(replicas, Math.Max(wanted, _wanted.First.Value.Wanted));
    }
}

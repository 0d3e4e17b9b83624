namespace NeuralStyle.Plan.Simulation;

/// <summary>What came of a simulated sweep. Times are seconds.</summary>
public sealed record SimulationResult
{
    /// <summary>Trials, each of which ended once.</summary>
    public required int Trials { get; init; }

    /// <summary>How often a trial was begun: once, and once more for each time that its worker was killed.</summary>
    public required int Runs { get; init; }

    /// <summary>How often a worker was killed while it computed, also by the scaler.</summary>
    public required int Kills { get; init; }

    /// <summary>From the submission to the last result.</summary>
    public required double Makespan { get; init; }

    /// <summary>How long half of the trials waited in the queue at most, until they were first begun.</summary>
    public required double WaitMedian { get; init; }

    /// <summary>The same of 95 in a hundred.</summary>
    public required double Wait95 { get; init; }

    /// <summary>The longest wait.</summary>
    public required double WaitLongest { get; init; }

    /// <summary>The most workers at once.</summary>
    public required int PeakReplicas { get; init; }

    /// <summary>How often a worker was started.</summary>
    public required int Starts { get; init; }

    /// <summary>Seconds of all workers, from their start to their end; of those that stay, to the last result.</summary>
    public required double ReplicaSeconds { get; init; }

    /// <summary>Of these, those in which a worker pulled its image and started.</summary>
    public required double StartingSeconds { get; init; }

    /// <summary>Of these, those in which a worker computed, also what was lost.</summary>
    public required double BusySeconds { get; init; }

    /// <summary>Of these, those in which a worker waited.</summary>
    public double IdleSeconds => ReplicaSeconds - StartingSeconds - BusySeconds;

    /// <summary>The share of waiting, 0 to 1.</summary>
    public double IdleShare => ReplicaSeconds > 0 ? IdleSeconds / ReplicaSeconds : 0;
}

namespace NeuralStyle.Plan.Simulation;

/// <summary>A simulated worker.</summary>
/// <param name="startedAt">When it was started.</param>
internal sealed class SimulatedReplica(double startedAt)
{
    /// <summary>When it was started.</summary>
    public double StartedAt { get; } = startedAt;

    /// <summary>When it could take its first trial; null before.</summary>
    public double? ReadyAt { get; set; }

    /// <summary>The trial that it computes.</summary>
    public int? Trial { get; set; }

    /// <summary>When it began to.</summary>
    public double BegunAt { get; set; }

    /// <summary>Whether it is gone; events that were to come of it mean nothing then.</summary>
    public bool IsGone { get; set; }
}

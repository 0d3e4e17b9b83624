namespace NeuralStyle.Engine.Stylization;

/// <summary>What was done about losses that are not finite, so far. Each holds for the rest of the trial.</summary>
internal enum RecoveryRung
{
    /// <summary>There was no such loss.</summary>
    None,

    /// <summary>The optimizer has forgotten what it knew.</summary>
    Restarted,

    /// <summary>Its learning rate is a tenth.</summary>
    StepReduced,

    /// <summary>Adam has taken over.</summary>
    OptimizerChanged,
}

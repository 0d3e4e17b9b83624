namespace NeuralStyle.Functions.Sweeps;

/// <summary>How fast this machine is, where nothing else tells how long trials take.</summary>
public interface IMachineSpeed
{
    /// <summary>Multiply-adds a second; null where this machine can't be measured, because it isn't the one that computes.</summary>
    double? MultiplyAddsPerSecond { get; }
}

namespace NeuralStyle.Functions.Sweeps;

/// <summary>The host of an app whose trials are computed by workers elsewhere: it says nothing about them.</summary>
public sealed class UnknownMachine : IMachineSpeed
{
    public double? MultiplyAddsPerSecond => null;
}

namespace NeuralStyle.Engine.Optimization;

/// <summary>What an optimizer knows between two steps, on the host and independent of any device. Immutable: the optimizer goes on
/// without changing it. <see cref="OptimizerStateFormat"/> writes and reads
/// it.</summary>
public abstract record OptimizerState
{
    private protected OptimizerState()
    {
    }
}

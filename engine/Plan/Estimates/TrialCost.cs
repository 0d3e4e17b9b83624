namespace NeuralStyle.Plan.Estimates;

/// <summary>What a trial asks of a machine, before it runs.</summary>
/// <param name="MultiplyAdds">Multiply-adds of all its evaluations, gradients included.</param>
/// <param name="PeakBytes">Bytes that it adds to the process at the worst moment; see <see cref="TrialMemory"/>.</param>
public sealed record TrialCost(double MultiplyAdds, long PeakBytes)
{
    /// <summary>Seconds at a rate that was measured.</summary>
    /// <param name="multiplyAddsPerSecond">The rate of the machine that will run it.</param>
    public double SecondsAt(double multiplyAddsPerSecond) => MultiplyAdds / multiplyAddsPerSecond;
}

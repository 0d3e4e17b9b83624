namespace NeuralStyle.Cli.Progress;

/// <summary>Shows a sweep as it goes on.</summary>
internal interface ISweepDisplay
{
    /// <summary>Shows every view until the last, and returns it.</summary>
    Task<SweepView> ShowAsync(IAsyncEnumerable<SweepView?> views, CancellationToken cancellation);
}

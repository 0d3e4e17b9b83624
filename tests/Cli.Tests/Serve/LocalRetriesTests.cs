using Microsoft.DurableTask;
using NeuralStyle.Cli.Serve.Durable;

namespace NeuralStyle.Cli.Tests.Serve;

public sealed class LocalRetriesTests
{
    private static readonly TaskFailureDetails Failure = TaskFailureDetails.FromException(new InvalidOperationException("no"));

    [Fact]
    public async Task AgainAsync_PolicyUsedUp_SaysNo()
    {
        var retry = TaskRetryOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(1)));

        Assert.True(await LocalRetries.AgainAsync(new TimerContext(), retry, 2, Failure, TimeSpan.Zero));
        Assert.False(await LocalRetries.AgainAsync(new TimerContext(), retry, 3, Failure, TimeSpan.Zero));
    }

    [Fact]
    public async Task AgainAsync_PolicyWithBackoff_WaitsLongerUpToTheLimit()
    {
        var policy = new RetryPolicy(10, TimeSpan.FromSeconds(2), 3, TimeSpan.FromSeconds(10));
        var context = new TimerContext();

        foreach (var attempt in (int[])[1, 2, 3, 4])
            await LocalRetries.AgainAsync(context, TaskRetryOptions.FromRetryPolicy(policy), attempt, Failure, TimeSpan.Zero);

        Assert.Equal([2, 6, 10, 10], context.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task AgainAsync_PolicyTimedOut_SaysNo()
    {
        var policy = new RetryPolicy(10, TimeSpan.FromSeconds(1), retryTimeout: TimeSpan.FromSeconds(30));

        Assert.False(await LocalRetries.AgainAsync(
            new TimerContext(), TaskRetryOptions.FromRetryPolicy(policy), 1, Failure, TimeSpan.FromSeconds(31)));
    }

    [Fact]
    public async Task AgainAsync_Handler_Decides()
    {
        var retry = TaskRetryOptions.FromRetryHandler((RetryContext retry) =>
            retry.LastAttemptNumber == 1 && retry.LastFailure.IsCausedBy<InvalidOperationException>());

        Assert.True(await LocalRetries.AgainAsync(new TimerContext(), retry, 1, Failure, TimeSpan.Zero));
        Assert.False(await LocalRetries.AgainAsync(new TimerContext(), retry, 2, Failure, TimeSpan.Zero));
    }
}

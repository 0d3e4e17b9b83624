#nullable enable

namespace Microsoft.Azure.Functions.Worker;

public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        var minimum = ParseInterval(minimumInterval, nameof(minimumInterval));
        var maximum = ParseInterval(maximumInterval, nameof(maximumInterval));
        if (minimum > maximum)
            throw new ArgumentException($"The minimum interval {minimum} exceeds the maximum interval {maximum}.", nameof(minimumInterval));

        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    public string MinimumInterval { get; }

    public string MaximumInterval { get; }
}

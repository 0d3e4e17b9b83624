using Microsoft.DurableTask;

namespace NeuralStyle.Offline.Tests.Durable;

public sealed class RetryPolicyTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Constructor_Defaults_AreAnHourBetweenRetriesAndNoTimeout()
    {
        var policy = new RetryPolicy(3, Second);

        Assert.Equal(3, policy.MaxNumberOfAttempts);
        Assert.Equal(1, policy.BackoffCoefficient);
        Assert.Equal(TimeSpan.FromHours(1), policy.MaxRetryInterval);
        Assert.Equal(Timeout.InfiniteTimeSpan, policy.RetryTimeout);
    }

    [Theory]
    [InlineData(0, 1, 1, 1, 1, "maxNumberOfAttempts")]
    [InlineData(1, 0, 1, 1, 1, "firstRetryInterval")]
    [InlineData(1, 1, 0.9, 1, 1, "backoffCoefficient")]
    [InlineData(1, 2, 1, 1, 2, "maxRetryInterval")]
    [InlineData(1, 2, 1, 2, 1, "retryTimeout")]
    public void Constructor_BadValue_NamesTheParameter(
        int attempts, double first, double backoff, double longest, double timeout, string parameter)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new RetryPolicy(attempts, first * Second, backoff, longest * Second, timeout * Second));

        Assert.Equal(parameter, error.ParamName);
    }

    [Fact]
    public void Constructor_InfiniteIntervals_AreAllowed()
    {
        var policy = new RetryPolicy(1, Second, 1, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        Assert.Equal(Timeout.InfiniteTimeSpan, policy.MaxRetryInterval);
    }

    [Fact]
    public async Task TaskOptions_FromRetryHandler_AsksTheHandler()
    {
        var options = TaskOptions.FromRetryHandler((RetryContext context) => context.LastAttemptNumber < 3);
        var failure = new TaskFailureDetails("System.Exception", "message", null, null, null);

        Assert.True(await options.Retry!.Handler!(new RetryContext(new RecordingContext(), 2, failure, Second, default)));
        Assert.False(await options.Retry!.Handler!(new RetryContext(new RecordingContext(), 3, failure, Second, default)));
    }

    [Fact]
    public void WithInstanceId_OfRetryOptions_KeepsRetryAndId()
    {
        var policy = new RetryPolicy(2, Second);

        var options = TaskOptions.FromRetryPolicy(policy).WithInstanceId("child");

        Assert.Same(policy, options.Retry?.Policy);
        Assert.Equal("child", options.InstanceId);
        Assert.Equal("child", new SubOrchestrationOptions((TaskOptions)options).InstanceId);
    }
}

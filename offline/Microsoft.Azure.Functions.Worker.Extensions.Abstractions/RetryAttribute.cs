#nullable enable

namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    public RetryAttribute()
    {
    }

    public int MaxRetryCount { get; set; }

    /// <summary>Attributes can hold no TimeSpan, so intervals are text that must parse as one.</summary>
    private protected static TimeSpan ParseInterval(string value, string parameter)
    {
        var parsed = TimeSpan.TryParse(value, out var interval);
        return parsed && interval >= TimeSpan.Zero
            ? interval
            : throw new ArgumentOutOfRangeException(parameter, value, "An interval must read hh:mm:ss and must not be negative.");
    }
}

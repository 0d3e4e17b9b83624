using System.Diagnostics;

namespace NeuralStyle.Functions.Telemetry;

/// <summary>Makes spans say it when what they tell of failed: one that only ended looks as if all were well.</summary>
public static class SpanFailures
{
    /// <summary>What is thrown marks the span and goes on. To be told to stop is no failure.</summary>
    /// <param name="work">What the span tells of.</param>
    /// <param name="span">The span; null when nobody listens.</param>
    public static async Task<T> ToldBy<T>(this Task<T> work, Activity? span)
    {
        await ((Task)work ?? throw new ArgumentNullException(nameof(work))).ToldBy(span);
        return await work;
    }

    /// <summary>What is thrown marks the span and goes on. To be told to stop is no failure.</summary>
    /// <param name="work">What the span tells of.</param>
    /// <param name="span">The span; null when nobody listens.</param>
    public static async Task ToldBy(this Task work, Activity? span)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
    }
}

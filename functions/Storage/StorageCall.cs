using Azure;
using Azure.Identity;

namespace NeuralStyle.Functions.Storage;

/// <summary>
/// Calls Azure Storage and tells trouble that may pass (no connection, time-out, busy, a role that doesn't work yet) from trouble that will not.
/// The first kind has been through the client's own retries when it comes here.
/// </summary>
public static class StorageCall
{
    /// <summary>Runs a call; transient trouble becomes a <see cref="StoreUnavailableException"/> that says what was being done.</summary>
    public static async Task<T> RunAsync<T>(string doing, Func<Task<T>> call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            return await call();
        }
        catch (Exception exception) when (IsTransient(exception) && !cancellation.IsCancellationRequested)
        {
            throw new StoreUnavailableException($"Storage did not answer while {doing}: {Reason(exception)}", exception);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            throw new StoreUnavailableException(
                $"Storage refused this app while {doing}: {Reason(exception)}. It needs a role on the account or a key; one that was given lately takes some minutes to work.",
                exception);
        }
    }

    /// <summary>Whether the app was not let in. That heals too, when somebody gives it its role; what it was doing is worth a retry.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is RequestFailedException { Status: 401 or 403 } or AuthenticationFailedException;

    /// <summary>Whether trying again later may help.</summary>
    public static bool IsTransient(Exception exception) => exception switch
    {
        // Status 0: no answer came. 409 is transient only while a container or queue of that name is being removed.
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500
            || failed.ErrorCode is "ContainerBeingDeleted" or "QueueBeingDeleted",
        AggregateException several => several.InnerExceptions.Count > 0 && several.InnerExceptions.All(IsTransient),
        // The client's own time-out of a request surfaces as a cancellation that nobody asked for.
        OperationCanceledException or TimeoutException or IOException or HttpRequestException => true,
        _ => false,
    };

    private static string Reason(Exception exception)
    {
        var first = exception is AggregateException several ? several.InnerExceptions[0] : exception;
        // Messages of the client run over many lines (headers, body); the first says it.
        var line = first.Message.Split('\n', 2)[0].Trim();
        return first is RequestFailedException { Status: > 0 } failed ? $"{line.TrimEnd('.')} (HTTP {failed.Status} {failed.ErrorCode})" : line;
    }
}

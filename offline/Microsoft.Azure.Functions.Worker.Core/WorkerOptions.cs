#nullable enable

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Settings of the worker process. Its serializer and its input converters are left out.</summary>
public class WorkerOptions
{
    public IDictionary<string, string> Capabilities { get; } = new Dictionary<string, string>
    {
        ["HandlesWorkerTerminateMessage"] = bool.TrueString,
        ["HandlesInvocationCancelMessage"] = bool.TrueString,
        [nameof(IncludeEmptyEntriesInMessagePayload)] = bool.TrueString,
        ["EnableUserCodeException"] = bool.TrueString,
    };

    public bool IncludeEmptyEntriesInMessagePayload
    {
        get => Capabilities.TryGetValue(nameof(IncludeEmptyEntriesInMessagePayload), out var text) && bool.TryParse(text, out var on) && on;
        set
        {
            if (value)
                Capabilities[nameof(IncludeEmptyEntriesInMessagePayload)] = bool.TrueString;
            else
                Capabilities.Remove(nameof(IncludeEmptyEntriesInMessagePayload));
        }
    }
}

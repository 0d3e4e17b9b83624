using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Functions.Messages;

/// <summary>
/// Text of queue messages. The functions take messages as text and read them here, so that their form doesn't hang on
/// which serializer a host binds with.
/// </summary>
public static class QueueMessageJson
{
    /// <summary>The text of a message.</summary>
    public static string Write<T>(T message) where T : class => JsonSerializer.Serialize(message, PlanJson.Compact);

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">It is not a message of that kind.</exception>
    public static T Read<T>(string text) where T : class =>
        JsonSerializer.Deserialize<T>(text, PlanJson.Compact) ?? throw new JsonException($"The message is '{text}', not a {typeof(T).Name}.");

    /// <summary>Reads a message whose loss does no harm: one that can't be read is logged, since no further try would read it.</summary>
    public static bool TryRead<T>(string text, string queue, ILogger logger, [NotNullWhen(true)] out T? message) where T : class
    {
        try
        {
            message = Read<T>(text);
            return true;
        }
        catch (JsonException exception)
        {
            Logs.UnreadableMessage(logger, exception, queue, text);
            message = null;
            return false;
        }
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Functions.Settings;

/// <summary>
/// How many messages the Functions host hands to this app at once: <c>extensions.queues.batchSize</c> of host.json, or the setting that
/// stands above it. It takes so many, waits until all of them are done, and takes the next, which is how batches of the engine fill.
/// </summary>
public static class HostQueues
{
    /// <summary>The setting that stands above host.json, as configuration names it.</summary>
    public const string Setting = "AzureFunctionsJobHost:extensions:queues:batchSize";

    // What the Storage extension takes where host.json says nothing.
    private const int HostDefault = 16;

    /// <summary>The most that the host takes at once: a queue gives no more messages in one answer.</summary>
    public const int HostMost = 32;

    /// <summary>Holds the engine's batch against the host's, since one that never fills only costs the wait for it.</summary>
    /// <param name="settings">The app's settings.</param>
    /// <param name="configuration">May have <see cref="Setting"/>.</param>
    /// <param name="hostJson">The text of host.json.</param>
    /// <exception cref="SettingsException">The engine's batch is larger, or <see cref="Setting"/> is no number that the host takes.</exception>
    public static void Require(ProcessorSettings settings, IConfiguration configuration, string hostJson)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(configuration);
        var batch = $"{ProcessorSettingsReader.Section}__{nameof(ProcessorSettings.Batch)} is {settings.Batch}";
        if (settings.Batch > HostMost)
            throw new SettingsException([$"{batch}, but the Functions host takes {HostMost} messages at once at most; set it to {HostMost} or less."]);
        var size = configuration[Setting] is { Length: > 0 } text
            ? Parse(text)
            : (int?)JsonNode.Parse(hostJson, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })
                ?["extensions"]?["queues"]?["batchSize"] ?? HostDefault;
        if (settings.Batch > size)
        {
            throw new SettingsException([
                $"{batch}, but the host takes {size} messages at once; set {SettingName} to {settings.Batch}, or the batch to {size}."]);
        }
    }

    // As it is named in an environment.
    private static string SettingName => Setting.Replace(":", "__", StringComparison.Ordinal);

    private static int Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= HostMost
            ? size
            : throw new SettingsException([$"{SettingName} is '{Shown.Text(text)}'; allowed: 1 to {HostMost}."]);
}

using System.Text;
using System.Text.RegularExpressions;

namespace NeuralStyle.EndToEnd.Tests.Faults;

/// <summary>A request on its way to storage.</summary>
/// <param name="IsQueue">Whether it is to the queues; else to the blobs.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path without the account, e.g. <c>trials/{id}/record.json</c>.</param>
/// <param name="Query">The query, with its question mark.</param>
/// <param name="Body">The body.</param>
internal sealed partial record ProxiedRequest(bool IsQueue, string Method, string Path, string Query, byte[] Body)
{
    /// <summary>Whether it writes a blob whole.</summary>
    public bool IsUpload => !IsQueue && Method == "PUT" && Path.Contains('/', StringComparison.Ordinal) && !Query.Contains("comp=", StringComparison.Ordinal);

    /// <summary>Whether it puts a message on a queue.</summary>
    public bool Sends(string queue) => IsQueue && Method == "POST" && Path == $"{queue}/messages";

    /// <summary>Whether it takes messages off a queue.</summary>
    public bool Takes(string queue) => IsQueue && Method == "GET" && Path == $"{queue}/messages";

    /// <summary>The text of the message that it sends.</summary>
    public string MessageText =>
        Encoding.UTF8.GetString(Convert.FromBase64String(Text().Match(Encoding.UTF8.GetString(Body)).Groups[1].Value));

    [GeneratedRegex("<MessageText>([^<]*)</MessageText>")]
    private static partial Regex Text();
}

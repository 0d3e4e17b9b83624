using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Names that follow from a manifest's blob name.</summary>
public static class SweepIdentity
{
    // Room for the trial's id and the digest within the 100 letters that every durable backend takes.
    private const int ReadablePart = 60;

    /// <summary>Extensions of a manifest.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".yaml", ".yml", ".json"];

    /// <summary>The sweep of a manifest: the blob's name without extension.</summary>
    public static bool TryFromManifest(string manifestName, [NotNullWhen(true)] out string? sweep)
    {
        ArgumentNullException.ThrowIfNull(manifestName);
        var extension = Extensions.FirstOrDefault(allowed => manifestName.EndsWith(allowed, StringComparison.OrdinalIgnoreCase));
        sweep = extension is null ? null : manifestName[..^extension.Length];
        return sweep is { Length: > 0 } && !sweep.EndsWith('/');
    }

    /// <summary>
    /// The orchestration that runs one version of a manifest. The same version always gets the same instance, so that a trigger
    /// that fires twice starts one. At most 77 letters, all of them safe in a durable id.
    /// </summary>
    public static string InstanceId(string sweep, string manifestETag)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var readable = string.Concat(sweep.Take(ReadablePart).Select(letter => IsPlain(letter) ? letter : '-'));
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{sweep}\n{manifestETag}"));
        return $"{readable}-{Convert.ToHexStringLower(digest)[..16]}";
    }

    /// <summary>The orchestration of one trial within a sweep's. At most 94 letters, 98 for a trial that was given back some times.</summary>
    /// <param name="sweepInstanceId">The sweep's.</param>
    /// <param name="trialId">The trial.</param>
    /// <param name="begun">How often it was begun before in this run of the sweep; each time is an orchestration of its own.</param>
    public static string TrialInstanceId(string sweepInstanceId, string trialId, int begun = 0) =>
        begun == 0
            ? $"{sweepInstanceId}:{trialId}"
            : string.Create(CultureInfo.InvariantCulture, $"{sweepInstanceId}:{trialId}:{begun}");

    /// <summary>The sweep's orchestration of a trial's.</summary>
    public static string SweepInstanceId(string trialInstanceId)
    {
        ArgumentNullException.ThrowIfNull(trialInstanceId);
        return trialInstanceId.Split(':', 2)[0];
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';
}

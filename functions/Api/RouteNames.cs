using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Functions.Api;

/// <summary>What stands in the address of a request.</summary>
public static class RouteNames
{
    private static readonly Dictionary<string, SweepRequest> Requests = new(StringComparer.Ordinal)
    {
        ["cancel"] = SweepRequest.Cancel,
        ["pause"] = SweepRequest.Pause,
        ["pause-now"] = SweepRequest.PauseNow,
        ["resume"] = SweepRequest.Run,
    };

    /// <summary>The name of a sweep: it becomes a part of blobs' names, so that nothing else is let in.</summary>
    /// <exception cref="ApiException">It is none.</exception>
    public static string Sweep(string name) => SweepName.IsValid(name)
        ? name
        : throw new ApiException(ProblemKind.InvalidName, $"'{Shown.Text(name)}' is no name of a sweep; allowed: {SweepName.Allowed}");

    /// <summary>What is asked of a sweep.</summary>
    /// <exception cref="ApiException">It can't be asked.</exception>
    public static SweepRequest Request(string name) => Requests.TryGetValue(name, out var request)
        ? request
        : throw new ApiException(
            ProblemKind.NotFound, $"'{Shown.Text(name)}' can't be asked of a sweep; allowed: {string.Join(", ", Requests.Keys)}");

    /// <summary>A switch of the query: off where it isn't there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ApiException">It is neither true nor false.</exception>
    public static bool Flag(string name, string? value) => value switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new ApiException(ProblemKind.InvalidParameter, $"{name} is '{Shown.Text(value)}'; allowed: true, false"),
    };
}

using System.Globalization;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads and writes <c>snapshots</c>, e.g. <c>first 10, every 10, last</c>.</summary>
internal static class SnapshotsReader
{
    private const string Path = "snapshots";
    private const string Allowed = "none, or some of: first N, every N, last";
    private const int Largest = 100_000;

    /// <summary>The policy; without the terms that have problems.</summary>
    public static SnapshotPolicy Read(ManifestNode node, ProblemList problems)
    {
        var policy = SnapshotPolicy.None;
        if (problems.ExpectScalar(node, Path, Allowed) is not { } scalar || scalar.Value.Trim() == "none")
            return policy;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in scalar.Text.Split(','))
        {
            var words = term.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (Apply(policy, words) is not { } next)
                problems.Add(term, Path, NoPolicy(term));
            else if (!seen.Add(words[0]))
                problems.Add(term, Path, new ValueProblem(0, $"'{words[0]}' is there twice"));
            else
                policy = next;
        }

        return policy;
    }

    /// <summary>The text that reads back as the policy.</summary>
    public static string Format(SnapshotPolicy policy)
    {
        var terms = new List<string>();
        if (policy.First > 0)
            terms.Add(string.Create(CultureInfo.InvariantCulture, $"first {policy.First}"));
        if (policy.Every > 0)
            terms.Add(string.Create(CultureInfo.InvariantCulture, $"every {policy.Every}"));
        if (policy.Last)
            terms.Add("last");
        return terms.Count > 0 ? string.Join(", ", terms) : "none";
    }

    private static ValueProblem NoPolicy(SourceText term) =>
        new(0, $"'{Shown.Text(term.Value)}' is no snapshot policy; allowed: {Allowed} (N from 1 to {Largest})");

    private static SnapshotPolicy? Apply(SnapshotPolicy policy, string[] words) => words switch
    {
        ["last"] => policy with { Last = true },
        ["first", var number] when Count(number) is { } count => policy with { First = count },
        ["every", var number] when Count(number) is { } count => policy with { Every = count },
        _ => null,
    };

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= Largest ? count : null;
}

using System.Globalization;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads <c>snapshots</c>, e.g. <c>first 10, every 10, at 3 33 100, log 12, best, last</c>, or a list of such terms and of numbers.</summary>
internal static class SnapshotsReader
{
    /// <summary>The place in the manifest.</summary>
    public const string Path = "snapshots";

    private const string Allowed = "none, or some of: first N, every N, at N N ..., log N, best, last";

    /// <summary>Evaluations that a term may name; a trial of several scales may have more than <c>iterations</c> allows.</summary>
    private const int Largest = 9_999_999;

    /// <summary>Log-spaced images of a trial; more would fill a store, and hardly any trial has room for them.</summary>
    private const int MostLog = 1000;

    /// <summary>Numbers after <c>at</c>.</summary>
    private const int MostNumbers = 1000;

    /// <summary>The policy; without the terms that have problems.</summary>
    public static SnapshotPolicy Read(ManifestNode node, ProblemList problems)
    {
        var policy = SnapshotPolicy.None;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new List<int>();
        foreach (var term in Terms(node, problems))
        {
            var words = term.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is [var single] && Count(single, Largest) is { } evaluation)
                numbers.Add(evaluation);
            else if (Apply(policy, words, numbers) is not { } next)
                problems.Add(term, Path, NoPolicy(term));
            else if (!seen.Add(words[0]))
                problems.Add(term, Path, new ValueProblem(0, $"'{words[0]}' is there twice"));
            else
                policy = next;
        }

        if (numbers.Count > MostNumbers)
            problems.Add(node, Path, $"{numbers.Count} evaluations are named; at most {MostNumbers} are allowed");
        return policy with { At = EvaluationList.Of(numbers) };
    }

    /// <summary>The text that reads back as the policy.</summary>
    public static string Format(SnapshotPolicy policy)
    {
        var terms = new List<string>();
        if (policy.First > 0)
            terms.Add(string.Create(CultureInfo.InvariantCulture, $"first {policy.First}"));
        if (policy.Every > 0)
            terms.Add(string.Create(CultureInfo.InvariantCulture, $"every {policy.Every}"));
        if (policy.At.Numbers.Count > 0)
            terms.Add($"at {string.Join(' ', policy.At.Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}");
        if (policy.Log > 0)
            terms.Add(string.Create(CultureInfo.InvariantCulture, $"log {policy.Log}"));
        if (policy.Best)
            terms.Add("best");
        if (policy.Last)
            terms.Add("last");
        return terms.Count > 0 ? string.Join(", ", terms) : "none";
    }

    private static IEnumerable<SourceText> Terms(ManifestNode node, ProblemList problems)
    {
        if (node is ScalarNode scalar && scalar.Value.Trim() == "none")
            return [];
        if (node is SequenceNode { Items.Count: 0 })
            problems.Add(node, Path, $"the list is empty; allowed: {Allowed}");
        return problems.ExpectScalars(node, Path, Allowed).TakeWhile(_ => !problems.IsFull).SelectMany(item => item.Item.Text.Split(','));
    }

    private static ValueProblem NoPolicy(SourceText term)
    {
        var ranges = $"N from 1 to {Largest}; of log, to {MostLog}";
        return new(0, $"'{Shown.Text(term.Value)}' is no snapshot policy; allowed: {Allowed} ({ranges})");
    }

    private static SnapshotPolicy? Apply(SnapshotPolicy policy, string[] words, List<int> numbers)
    {
        switch (words)
        {
            case ["last"]:
                return policy with { Last = true };
            case ["best"]:
                return policy with { Best = true };
            case ["first", var number] when Count(number, Largest) is { } count:
                return policy with { First = count };
            case ["every", var number] when Count(number, Largest) is { } count:
                return policy with { Every = count };
            case ["log", var number] when Count(number, MostLog) is { } count:
                return policy with { Log = count };
            case ["at", _, ..] when words[1..].All(word => Count(word, Largest) is not null):
                numbers.AddRange(words[1..].Select(word => Count(word, Largest)!.Value));
                return policy;
            default:
                return null;
        }
    }

    private static int? Count(string text, int largest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count <= largest ? count : null;
}

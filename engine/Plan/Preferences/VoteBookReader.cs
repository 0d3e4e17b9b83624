using System.Globalization;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Preferences;

/// <summary>Reads votes, strictly: an unknown key, a missing one or a bad value is a problem with its place, all of them at once.</summary>
public static class VoteBookReader
{
    private const string Format = "format";
    private const string Sweep = "sweep";
    private const string Votes = "votes";
    private const string AllowedId = "the id of a trial, 16 digits of 0-9 and a-f";
    private const string AllowedTime = "a moment in UTC as ISO 8601 has it, e.g. 2026-11-21T18:05:00Z";
    private const int IdLength = 16;
    private static readonly string[] BookKeys = [Format, Sweep, Votes];
    private static readonly string[] VoteKeys = ["a", "b", "choice", "at"];
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'+00:00'"];

    /// <summary>Reads a book of votes.</summary>
    /// <param name="text">The document, JSON.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <param name="sweep">The sweep that the votes must be on; null for any.</param>
    /// <exception cref="ManifestException">It has problems.</exception>
    public static VoteBook Read(string text, string source, string? sweep = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(source);
        var problems = new ProblemList();
        if (string.IsNullOrWhiteSpace(text))
            problems.Add(1, 1, string.Empty, $"the file is empty; allowed: keys with values: {string.Join(", ", BookKeys)}");
        var node = problems.Count > 0 ? null : DocumentReader.Read(text.TrimStart('\uFEFF'), problems);
        var book = node is not null && problems.ExpectKeys(node, string.Empty, BookKeys) is { } keys ? ReadBook(keys, node, sweep, problems) : null;
        problems.ThrowIfAny(source);
        return book!;
    }

    private static VoteBook ReadBook(KeyedNode keys, ManifestNode node, string? sweep, ProblemList problems)
    {
        var current = VoteBook.CurrentFormat.ToString(CultureInfo.InvariantCulture);
        if (Needed(keys, Format, node, current, problems) is { } format && format.Value != current)
            problems.Add(format, Format, $"'{Shown.Text(format.Value)}' is a form of votes that this version does not read; allowed: {current}");

        var name = Needed(keys, Sweep, node, SweepName.Allowed, problems);
        if (name is not null && !SweepName.IsValid(name.Value))
            problems.Add(name, Sweep, $"'{Shown.Text(name.Value)}' is no name of a sweep; allowed: {SweepName.Allowed}");
        else if (name is not null && sweep is not null && name.Value != sweep)
            problems.Add(name, Sweep, $"these are votes on '{Shown.Text(name.Value)}'; allowed: votes on '{sweep}'");

        var votes = new List<Vote>();
        if (keys[Votes] is SequenceNode list)
        {
            for (var index = 0; index < list.Items.Count && !problems.IsFull; index++)
            {
                if (ReadVote(list.Items[index], string.Create(CultureInfo.InvariantCulture, $"{Votes}[{index}]"), problems) is { } vote)
                    votes.Add(vote);
            }
        }
        else if (keys[Votes] is { } other)
        {
            problems.AddWrongKind(other, Votes, "a list of {a, b, choice, at}");
        }
        else
        {
            problems.Add(node, Votes, "'votes' is missing; allowed: a list of {a, b, choice, at}");
        }

        return new VoteBook { Sweep = name?.Value ?? string.Empty, Votes = votes };
    }

    private static Vote? ReadVote(ManifestNode node, string path, ProblemList problems)
    {
        if (problems.ExpectKeys(node, path, VoteKeys) is not { } keys)
            return null;

        var before = problems.Count;
        var (a, b) = (Id(keys, "a", node, problems), Id(keys, "b", node, problems));
        if (a is not null && b is not null && a.Value == b.Value)
            problems.Add(b, keys.At("b"), $"'{a.Value}' is compared with itself; a vote is on two trials");

        var choices = string.Join(", ", EnumNames.All<VoteChoice>());
        var choice = VoteChoice.Tie;
        if (Needed(keys, "choice", node, choices, problems) is { } chosen && (!EnumNames.All<VoteChoice>().Contains(chosen.Value) || !EnumNames.TryParse(chosen.Value, out choice)))
            problems.Add(chosen, keys.At("choice"), $"'{Shown.Text(chosen.Value)}' is no choice; allowed: {choices}");

        var moment = default(DateTimeOffset);
        if (Needed(keys, "at", node, AllowedTime, problems) is { } at
            && !DateTimeOffset.TryParseExact(at.Value, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
            problems.Add(at, keys.At("at"), $"'{Shown.Text(at.Value)}' is no moment; allowed: {AllowedTime}");

        return problems.Count == before ? new Vote(a!.Value, b!.Value, choice, moment) : null;
    }

    private static ScalarNode? Id(KeyedNode keys, string key, ManifestNode vote, ProblemList problems)
    {
        if (Needed(keys, key, vote, AllowedId, problems) is not { } id)
            return null;
        if (id.Value.Length == IdLength && id.Value.All(char.IsAsciiHexDigitLower))
            return id;

        problems.Add(id, keys.At(key), $"'{Shown.Text(id.Value)}' is no id of a trial; allowed: {AllowedId}");
        return null;
    }

    private static ScalarNode? Needed(KeyedNode keys, string key, ManifestNode node, string allowed, ProblemList problems)
    {
        if (keys[key] is { } value)
            return problems.ExpectScalar(value, keys.At(key), allowed);

        problems.Add(node, keys.At(key), $"'{key}' is missing; allowed: {allowed}");
        return null;
    }
}

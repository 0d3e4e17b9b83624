using System.Globalization;
using NeuralStyle.Plan.Preferences;

namespace NeuralStyle.Plan.Tests.Preferences;

/// <summary>Votes in short: <c>"AB AB= BC"</c> says that A beat B, that A and B tied, and that B beat C.</summary>
internal static class Ballots
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 18, 0, 0, TimeSpan.Zero);

    /// <summary>The id of the trial of a letter.</summary>
    public static string Id(char letter) => new(char.ToLowerInvariant(letter), 16);

    public static string[] Ids(string letters) => [.. letters.Select(Id)];

    public static VoteBook Book(string votes) => new()
    {
        Sweep = "a-sweep",
        Votes =
        [
            .. votes.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select((vote, index) => new Vote(Id(vote[0]), Id(vote[1]), vote.EndsWith('=') ? VoteChoice.Tie : VoteChoice.A, Start.AddSeconds(index))),
        ],
    };

    public static PreferenceRanking Rank(string letters, string votes) => PreferenceRanking.Of(Ids(letters), Book(votes));

    /// <summary>The trials of a ranking by their letters, groups between bars.</summary>
    public static string Order(this PreferenceRanking ranking) =>
        string.Join('|', ranking.Groups.Select(group => string.Concat(group.Select(trial => trial.TrialId[0].ToString(CultureInfo.InvariantCulture).ToUpperInvariant()))));

    public static RankedTrial Of(this PreferenceRanking ranking, char letter) => ranking.Groups.SelectMany(group => group).Single(trial => trial.TrialId == Id(letter));
}

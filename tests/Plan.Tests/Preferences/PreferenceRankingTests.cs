using FsCheck;
using FsCheck.Fluent;
using NeuralStyle.Plan.Preferences;

namespace NeuralStyle.Plan.Tests.Preferences;

public sealed class PreferenceRankingTests
{
    private const string Letters = "ABCDEF";

    /// <summary>Up to 30 votes among six trials: two indexes and a choice each.</summary>
    private static Arbitrary<Vote[]> Votes => (
        from a in Gen.Choose(0, Letters.Length - 1)
        from shift in Gen.Choose(1, Letters.Length - 1)
        from choice in Gen.Elements(Enum.GetValues<VoteChoice>())
        select new Vote(Ballots.Id(Letters[a]), Ballots.Id(Letters[(a + shift) % Letters.Length]), choice, Ballots.Start))
        .ArrayOf(30).ToArbitrary();

    [Fact]
    public void Of_OneVote_IsTheSolutionWorkedOutByHand()
    {
        var ranking = Ballots.Rank("AB", "AB");

        // Strengths t and -t, x = e^t: 1 - x^2 / (1 + x^2) + 1/2 - x / (1 + x) = 0, so that x^3 - x^2 - x - 3 = 0.
        var (first, second) = (ranking.Of('A'), ranking.Of('B'));
        var x = Math.Exp(first.Strength);
        Assert.Equal(0, (x * x * x) - (x * x) - x - 3, 1e-9);
        Assert.Equal(-first.Strength, second.Strength, 1e-9);
        // The information of the difference is 2 I + J, of the vote and of the prior; a strength about the mean is half the difference.
        var (vote, prior) = (x * x / ((1 + (x * x)) * (1 + (x * x))), x / ((1 + x) * (1 + x)));
        Assert.Equal(1 / (2 * ((2 * vote) + prior)), first.Error * first.Error, 1e-9);
        Assert.Equal((1, 1, 0, 0), (first.Rank, first.Wins, first.Losses, first.Ties));
        Assert.Equal((2, 0, 1, 0), (second.Rank, second.Wins, second.Losses, second.Ties));
        Assert.Equal(first.Strength - (1.96 * first.Error), first.Low, 1e-4);
        Assert.True(first.Overlaps(second) && second.Overlaps(first));
    }

    [Fact]
    public void Of_Circle_IsAThreefoldTie()
    {
        var ranking = Ballots.Rank("ABC", "AB BC CA");

        Assert.All(ranking.Groups.Single(), trial => Assert.Equal(0, trial.Strength, 1e-9));
        // Each pair tells 1/4, each prior 1/4: eigenvalues 1/4 + 3/4 = 1 of the differences, and a strength about the mean is 2/3 of one.
        Assert.All(ranking.Groups.Single(), trial => Assert.Equal(Math.Sqrt(2.0 / 3), trial.Error, 1e-9));
    }

    [Fact]
    public void Of_ManyVotesOnAPair_ComesToTheLogarithmOfTheirRatio()
    {
        var ranking = Ballots.Rank("AB", $"{string.Concat(Enumerable.Repeat("AB ", 3000))}{string.Concat(Enumerable.Repeat("BA ", 1000))}");

        // The prior's two ties are nothing against 4,000 votes. Var of ln(odds): 1 / (n p q) = 1 / 750; half of the difference.
        Assert.Equal(Math.Log(3), ranking.Of('A').Strength - ranking.Of('B').Strength, 0.002);
        Assert.Equal(Math.Sqrt(1 / 750.0) / 2, ranking.Of('A').Error, 1e-4);
        Assert.False(ranking.Of('A').Overlaps(ranking.Of('B')));
    }

    [Fact]
    public void Of_Tie_IsHalfAWinOfEach()
    {
        var ties = Ballots.Rank("ABC", "AB= AB= BC");
        var wins = Ballots.Rank("ABC", "AB BA BC");

        Assert.Equal(wins.Of('A').Strength, ties.Of('A').Strength, 1e-9);
        Assert.Equal(wins.Of('B').Error, ties.Of('B').Error, 1e-9);
        Assert.Equal((0, 0, 2), (ties.Of('A').Wins, ties.Of('A').Losses, ties.Of('A').Ties));
    }

    [Fact]
    public void Of_AnyVotes_SolvesTheLikelihoodEquations() => Prop.ForAll(Votes, votes =>
    {
        return VoteTally.Groups(Ballots.Ids(Letters), votes).All(tally =>
        {
            var fit = BradleyTerry.Fit(tally, PreferenceRanking.PriorTies);
            // Wins and half the ties, the prior's included, are what the model expects of each trial.
            return Enumerable.Range(0, tally.TrialIds.Count).All(index =>
            {
                var won = tally.WinsOf(index) + (0.5 * (tally.TiesOf(index) + PreferenceRanking.PriorTies));
                var expected = (PreferenceRanking.PriorTies * Wins(fit.Strengths[index]))
                    + Enumerable.Range(0, tally.TrialIds.Count).Where(other => other != index)
                        .Sum(other => tally.Between(index, other) * Wins(fit.Strengths[index] - fit.Strengths[other]));
                return Math.Abs(won - expected) < 1e-8;
            });
        });

        static double Wins(double difference) => 1 / (1 + Math.Exp(-difference));
    }).Holds();

    [Fact]
    public void Of_AnyVotes_SumsToZeroInEachGroupAndRanksByStrength() => Prop.ForAll(Votes, votes =>
        Rank(votes).Groups.All(group => Math.Abs(group.Sum(trial => trial.Strength)) < 1e-9
            && group.Zip(group.Skip(1)).All(pair => pair.First.Strength >= pair.Second.Strength)
            && group.Select(trial => trial.Rank).SequenceEqual(Enumerable.Range(1, group.Count)))).Holds();

    [Fact]
    public void Of_PairsShownTheOtherWayRound_IsTheSame() => Prop.ForAll(Votes, votes =>
    {
        var turned = votes.Select(vote => new Vote(
            vote.B, vote.A, vote.Choice switch { VoteChoice.A => VoteChoice.B, VoteChoice.B => VoteChoice.A, var tie => tie }, vote.At));
        return SameStrengths(Rank(votes), Rank([.. turned.Reverse()]), id => id);
    }).Holds();

    [Fact]
    public void Of_OtherNames_IsTheSame() => Prop.ForAll(Votes, votes =>
    {
        // a to f, f to a.
        static string Renamed(string id) => new((char)('a' + 'f' - id[0]), 16);
        var renamed = votes.Select(vote => vote with { A = Renamed(vote.A), B = Renamed(vote.B) }).ToArray();
        return SameStrengths(Rank(votes), Rank(renamed), Renamed);
    }).Holds();

    [Fact]
    public void Fit_TwiceTheVotesAndTwiceThePrior_HasTheSameStrengthsAndHalfTheVariance() => Prop.ForAll(Votes, votes =>
    {
        var once = VoteTally.Groups(Ballots.Ids(Letters), votes).Select(tally => BradleyTerry.Fit(tally, 1));
        var twice = VoteTally.Groups(Ballots.Ids(Letters), [.. votes, .. votes]).Select(tally => BradleyTerry.Fit(tally, 2));
        return once.Zip(twice).All(pair => pair.First.Strengths.Zip(pair.Second.Strengths).All(both => Math.Abs(both.First - both.Second) < 1e-8)
            && Math.Abs(pair.First.CenteredVariance(0) - (2 * pair.Second.CenteredVariance(0))) < 1e-8);
    }).Holds();

    [Fact]
    public void Fit_AnyVotes_HasTheInverseOfTheInformation()
    {
        var tally = VoteTally.Groups(Ballots.Ids("ABCD"), Ballots.Book("AB AC BC CD DA AB=").Votes).Single();

        var fit = BradleyTerry.Fit(tally, 1);

        // The information by differences of the gradient, times the covariance, is one.
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                var product = Enumerable.Range(0, 4).Sum(index => Second(row, index) * fit.Covariance[index, column]);
                Assert.Equal(row == column ? 1 : 0, product, 1e-5);
            }
        }

        double Second(int row, int by)
        {
            const double Step = 1e-5;
            var (up, down) = ((double[])fit.Strengths.Clone(), (double[])fit.Strengths.Clone());
            (up[by], down[by]) = (up[by] + Step, down[by] - Step);
            return (Expected(row, up) - Expected(row, down)) / (2 * Step);
        }

        double Expected(int row, double[] strengths) => Wins(strengths[row])
            + Enumerable.Range(0, 4).Where(other => other != row).Sum(other => tally.Between(row, other) * Wins(strengths[row] - strengths[other]));

        static double Wins(double difference) => 1 / (1 + Math.Exp(-difference));
    }

    [Fact]
    public void Of_VotesThatDoNotConnect_AreGroupsOfTheirOwn()
    {
        var ranking = Ballots.Rank("ABCDEF", "CD AB BE");

        Assert.Equal("ABE|CD", ranking.Order());
        Assert.Equal([1, 2, 3, 1, 2], ranking.Groups.SelectMany(group => group).Select(trial => trial.Rank));
        Assert.Equal(Ballots.Ids("F"), ranking.Unranked);
        Assert.Equal(Ballots.Id('A'), ranking.Winner!.TrialId);
        Assert.Equal(3, ranking.Votes);
    }

    [Fact]
    public void Of_TrialThatWasNeverBeaten_HasAFiniteStrength()
    {
        var ranking = Ballots.Rank("ABC", "AB AB AB AC AC BC");

        Assert.Equal("ABC", ranking.Order());
        Assert.InRange(ranking.Of('A').Strength, 1, 3);
        Assert.True(double.IsFinite(ranking.Of('A').Error));
    }

    [Fact]
    public void Of_UnknownTrials_AreToldAndTheirVotesLeftOut()
    {
        var ranking = Ballots.Rank("ABC", "AB CX YA");

        Assert.Equal("AB", ranking.Order());
        Assert.Equal(Ballots.Ids("XY"), ranking.Unknown);
        Assert.Equal(1, ranking.Votes);
        Assert.Equal(Ballots.Ids("C"), ranking.Unranked);
    }

    [Fact]
    public void Of_NoVotes_HasNoWinnerAndAsksForTheFirstTwo()
    {
        var ranking = Ballots.Rank("ABC", string.Empty);

        Assert.Null(ranking.Winner);
        Assert.Empty(ranking.Groups);
        // p (1 - p) v = 1/4 x (4 + 4).
        Assert.Equal(new NextPair(Ballots.Id('A'), Ballots.Id('B'), 2), ranking.Next);
    }

    /// <summary>Gains as a Newton iteration written apart from this code has them; of equal ones, the first pair.</summary>
    [Theory]
    [InlineData("A", "", null)]
    // AC and BC 1.581, AB 0.576.
    [InlineData("ABC", "AB", "AC")]
    [InlineData("ABC", "BC", "AB")]
    [InlineData("ABCD", "AB AC AD", "BC")]
    // BD and BE 1.558, CD 1.301, AD 1.104; DE 2, but neither is of the group.
    [InlineData("ABCDE", "AB AB BC", "BD")]
    // BC 0.699, BD 0.635, CD 0.583; with strengths taken to vary each for itself BD would be first.
    [InlineData("ABCD", "CA BD CA DC", "BC")]
    // AC and BC 0.432, AB 0.186.
    [InlineData("ABC", "AB AB AB AB BC CA", "AC")]
    public void Next_Pair_IsTheOneThatTellsMost(string letters, string votes, string? expected)
    {
        var next = Ballots.Rank(letters, votes).Next;

        Assert.Equal(expected, next is null ? null : $"{next.A[0]}{next.B[0]}".ToUpperInvariant());
    }

    private static PreferenceRanking Rank(Vote[] votes) => PreferenceRanking.Of(Ballots.Ids(Letters), new VoteBook { Sweep = "a-sweep", Votes = votes });

    private static bool SameStrengths(PreferenceRanking one, PreferenceRanking other, Func<string, string> name) =>
        one.Groups.SelectMany(group => group).All(trial =>
        {
            var same = other.Groups.SelectMany(group => group).Single(candidate => candidate.TrialId == name(trial.TrialId));
            return Math.Abs(same.Strength - trial.Strength) < 1e-8 && Math.Abs(same.Error - trial.Error) < 1e-8 && same.Wins == trial.Wins;
        });
}

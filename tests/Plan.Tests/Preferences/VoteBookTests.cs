using System.Text.Json;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Preferences;

namespace NeuralStyle.Plan.Tests.Preferences;

public sealed class VoteBookTests
{
    private const string A = "aaaaaaaaaaaaaaaa";
    private const string B = "bbbbbbbbbbbbbbbb";

    [Fact]
    public void Read_FileOfThePage_GivesItsVotes()
    {
        var book = VoteBookReader.Read(
            $$"""{"format":1,"sweep":"a-sweep","votes":[{"a":"{{A}}","b":"{{B}}","choice":"b","at":"2026-11-21T18:00:00.123Z"},{"a":"{{A}}","b":"{{B}}","choice":"tie","at":"2026-11-21T18:00:01Z"}]}""",
            "votes.json", "a-sweep");

        Assert.Equal("a-sweep", book.Sweep);
        Assert.Equal(
            [new Vote(A, B, VoteChoice.B, Ballots.Start.AddMilliseconds(123)), new Vote(A, B, VoteChoice.Tie, Ballots.Start.AddSeconds(1))], book.Votes);
    }

    [Fact]
    public void Read_WhatTheStoreWrites_IsTheSame()
    {
        var book = Ballots.Book("AB BC= CA") with { Votes = [.. Ballots.Book("AB BC= CA").Votes, new Vote(A, B, VoteChoice.B, Ballots.Start.AddTicks(1))] };

        var read = VoteBookReader.Read(JsonSerializer.Serialize(book, PlanJson.Readable), "votes.json");

        Assert.Equal(book.Votes, read.Votes);
        Assert.Equal(1, read.Format);
    }

    [Theory]
    [InlineData("", "votes.json:1:1: the file is empty; allowed: keys with values: format, sweep, votes")]
    [InlineData("[", "votes.json:")]
    [InlineData("7", "votes.json:1:1: there is a single value here; allowed: keys with values: format, sweep, votes")]
    [InlineData("{}", "votes.json:1:1: format: 'format' is missing; allowed: 1")]
    [InlineData("""{"format":2,"sweep":"a-sweep","votes":[]}""", "votes.json:1:11: format: '2' is a form of votes that this version does not read; allowed: 1")]
    [InlineData("""{"format":1,"sweep":"Mine","votes":[]}""", "votes.json:1:21: sweep: 'Mine' is no name of a sweep; allowed: 3 to 63 letters a-z, digits and single hyphens, beginning and ending with a letter or digit")]
    [InlineData("""{"format":1,"sweep":"other","votes":[]}""", "votes.json:1:21: sweep: these are votes on 'other'; allowed: votes on 'a-sweep'")]
    [InlineData("""{"format":1,"sweep":"a-sweep","vote":[]}""", "votes.json:1:31: unknown key 'vote' (did you mean 'votes'?); allowed: format, sweep, votes")]
    [InlineData("""{"format":1,"sweep":"a-sweep","votes":{}}""", "votes.json:1:39: votes: there is keys with values here; allowed: a list of {a, b, choice, at}")]
    public void Read_WrongBook_SaysWhereAndWhatIsAllowed(string text, string expected) =>
        Assert.Contains(Problems(text), line => line.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"a":"xyz","b":"@B","choice":"a","at":"2026-11-21T18:00:00Z"}""", "votes[0].a: 'xyz' is no id of a trial; allowed: the id of a trial, 16 digits of 0-9 and a-f")]
    [InlineData("""{"a":"@A","b":"@A","choice":"a","at":"2026-11-21T18:00:00Z"}""", "votes[0].b: 'aaaaaaaaaaaaaaaa' is compared with itself; a vote is on two trials")]
    [InlineData("""{"a":"@A","b":"@B","choice":"c","at":"2026-11-21T18:00:00Z"}""", "votes[0].choice: 'c' is no choice; allowed: a, b, tie")]
    [InlineData("""{"a":"@A","b":"@B","choice":"A","at":"2026-11-21T18:00:00Z"}""", "votes[0].choice: 'A' is no choice; allowed: a, b, tie")]
    [InlineData("""{"a":"@A","b":"@B","choice":"a","at":"2026-11-21T18:00:00+02:00"}""", "votes[0].at: '2026-11-21T18:00:00+02:00' is no moment; allowed: a moment in UTC as ISO 8601 has it, e.g. 2026-11-21T18:05:00Z")]
    [InlineData("""{"a":"@A","b":"@B","choice":"a","at":"yesterday"}""", "votes[0].at: 'yesterday' is no moment")]
    [InlineData("""{"a":"@A","b":"@B","choice":"a"}""", "votes[0].at: 'at' is missing")]
    [InlineData("""{"a":"@A","b":"@B","choice":null,"at":"2026-11-21T18:00:00Z"}""", "votes[0].choice: there is nothing here; allowed: a, b, tie")]
    [InlineData("""{"a":"@A","b":"@B","choice":"a","at":"2026-11-21T18:00:00Z","by":"me"}""", "votes[0]: unknown key 'by'")]
    [InlineData("\"a beats b\"", "votes[0]: there is a single value here")]
    public void Read_WrongVote_SaysWhereAndWhatIsAllowed(string vote, string expected)
    {
        var text = "{\"format\":1,\"sweep\":\"a-sweep\",\"votes\":[" + vote.Replace("@A", A, StringComparison.Ordinal).Replace("@B", B, StringComparison.Ordinal) + "]}";

        Assert.Contains(expected, Assert.Single(Problems(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralProblems_AreToldAtOnce() =>
        Assert.Equal(5, Problems("""{"format":3,"sweep":"a-sweep","votes":[{"a":"x","b":"y","choice":"z","at":"w"}]}""").Count);

    [Fact]
    public void With_VotesThatBothHave_CountOnce()
    {
        var turned = new Vote(B, A, VoteChoice.B, Ballots.Start);
        var later = new Vote(A, B, VoteChoice.A, Ballots.Start.AddDays(1));
        var earlier = new Vote(A, B, VoteChoice.Tie, Ballots.Start.AddDays(-1));

        var book = Ballots.Book("AB").With(Ballots.Book("AB") with { Votes = [turned, later, earlier] });

        Assert.Equal([earlier, Ballots.Book("AB").Votes[0], later], book.Votes);
        Assert.Equal(book.Votes, book.With(book).Votes);
    }

    [Fact]
    public void With_VotesOnAnotherSweep_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Ballots.Book("AB").With(Ballots.Book("AB") with { Sweep = "another" }));

    private static IReadOnlyList<string> Problems(string text) =>
        Assert.Throws<ManifestException>(() => VoteBookReader.Read(text, "votes.json", "a-sweep")).Lines;
}

using System.Globalization;
using System.Text.Json;
using NeuralStyle.Plan.Preferences;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>Votes on the page: how they are given, kept, saved and read, and that its ranking is the engine's.</summary>
public sealed class VoteTests(PageBrowser chromium) : PageTest(chromium)
{
    [Theory]
    [InlineData("#vote-a", "a")]
    [InlineData("#side-a", "a")]
    [InlineData("#vote-b", "b")]
    [InlineData("#side-b", "b")]
    [InlineData("#vote-tie", "tie")]
    public async Task Button_Pressed_GivesThatVoteOnThePairShown(string button, string choice)
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report, hash: "#view=vote");
        var pair = await PairAsync(browser, report);

        await browser.Page.Locator(button).ClickAsync();

        var vote = Assert.Single(await VotesAsync(browser));
        Assert.Equal((pair.A, pair.B, choice), (vote.GetProperty("a").GetString(), vote.GetProperty("b").GetString(), vote.GetProperty("choice").GetString()));
        Assert.Equal("1 vote", await browser.Page.Locator("#votes-count").InnerTextAsync());
        Assert.Contains("styleWeight", await browser.Page.Locator("#verdict").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_InTheView_VoteSkipAndUndo()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report, hash: "#view=vote");

        await PressAsync(browser, "ArrowLeft", "ArrowRight", "ArrowDown");
        Assert.Equal(["a", "b", "tie"], (await VotesAsync(browser)).Select(vote => vote.GetProperty("choice").GetString()!));

        var before = await PairAsync(browser, report);
        await PressAsync(browser, "n");
        Assert.NotEqual(Sorted(before), Sorted(await PairAsync(browser, report)));

        await PressAsync(browser, "u");
        Assert.Equal(2, (await VotesAsync(browser)).Length);
    }

    [Fact]
    public async Task Settings_OfThePair_AreHiddenUntilItIsJudged()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#view=vote");

        Assert.DoesNotContain("styleWeight", await browser.Page.Locator("#view-vote").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await browser.Page.Locator("#duel [title], #duel [alt*=styleWeight]").CountAsync());
    }

    [Fact]
    public async Task Pair_OverManyDraws_IsAOrBByChance()
    {
        var report = SampleReport.Make("axes: {styleWeight: [1, 2]}");
        var first = report.Trials[0].Trial.Id;
        await using var browser = await OpenAsync(report, hash: "#view=vote");

        var left = 0;
        for (var draw = 0; draw < 40; draw++)
        {
            left += (await PairAsync(browser, report)).A == first ? 1 : 0;
            await browser.Page.Locator("#vote-skip").ClickAsync();
        }

        // Fewer than 6 of 40 of a fair coin: once in two million.
        Assert.InRange(left, 6, 34);
    }

    [Fact]
    public async Task Pair_SeveralContents_IsAlwaysOfTheSameImages()
    {
        var report = SampleReport.Make(Sample.Plan(Sample.Parse("content: [a.jpg, tubingen.jpg]\nstyle: b.jpg\naxes: {styleWeight: [1, 2]}")));
        await using var browser = await OpenAsync(report, hash: "#view=vote");
        var contents = report.Trials.ToDictionary(trial => trial.Trial.Id, trial => trial.Trial.Content.Name);

        for (var draw = 0; draw < 8; draw++)
        {
            var (a, b) = await PairAsync(browser, report);
            Assert.Equal(contents[a], contents[b]);
            await PressAsync(browser, draw % 2 == 0 ? "ArrowLeft" : "ArrowDown");
        }
    }

    [Fact]
    public async Task Pair_ByTheModel_IsTheEnginesNext()
    {
        var report = SampleReport.Make();
        var ids = Ids(report);
        await using var browser = await OpenAsync(report, hash: "#view=vote");

        for (var draw = 0; draw < 10; draw++)
        {
            var book = await BookAsync(browser);
            var next = PreferenceRanking.Of(ids, book).Next!;
            Assert.Equal(Sorted((next.A, next.B)), Sorted(await PairAsync(browser, report)));
            await PressAsync(browser, draw % 3 == 0 ? "ArrowDown" : "ArrowRight");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Ranking_OfRandomVotes_IsTheEngines(int seed)
    {
        var report = SampleReport.Make();
        var ids = Ids(report);
        var random = new Random(seed);
        // Two islands at first, so that groups are compared too.
        var votes = Enumerable.Range(0, 30).Select(number =>
        {
            var (from, count) = seed == 3 && number % 2 == 0 ? (6, 5) : (0, seed == 3 ? 6 : 11);
            var a = from + random.Next(count);
            var b = from + ((a - from + 1 + random.Next(count - 1)) % count);
            return new Vote(ids[a], ids[b], (VoteChoice)random.Next(3), SampleReport.Start.AddSeconds(number));
        }).ToList();
        await using var browser = await OpenAsync(report, hash: "#view=vote");
        await LoadAsync(browser, JsonSerializer.Serialize(new
        {
            format = 1,
            sweep = "a-sweep",
            votes = votes.Select(vote => new { a = vote.A, b = vote.B, choice = vote.Choice.ToString().ToLowerInvariant(), at = vote.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) }),
        }));
        await WaitAsync(browser, "document.getElementById('votes-count').textContent === '30 votes'");

        var expected = PreferenceRanking.Of(ids, new VoteBook { Sweep = "a-sweep", Votes = votes }).Groups.SelectMany(group => group).ToList();
        var shown = await browser.Page.EvaluateAsync<string[][]>(
            "[...document.querySelectorAll('#ranking li[data-trial]')].map(item => [item.dataset.trial, item.dataset.strength, item.dataset.low, item.dataset.high])");

        Assert.Equal(expected.Select(trial => trial.TrialId), shown.Select(row => row[0]));
        foreach (var (trial, row) in expected.Zip(shown))
        {
            Assert.Equal(trial.Strength, double.Parse(row[1], CultureInfo.InvariantCulture), 1e-9);
            Assert.Equal(trial.Low, double.Parse(row[2], CultureInfo.InvariantCulture), 1e-9);
            Assert.Equal(trial.High, double.Parse(row[3], CultureInfo.InvariantCulture), 1e-9);
        }

        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Save_File_IsReadByTheEngineAndByThePage()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report, hash: "#view=vote");
        await PressAsync(browser, "ArrowLeft", "ArrowDown");

        var download = await browser.Page.RunAndWaitForDownloadAsync(() => browser.Page.Locator("#votes-save").ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync(), Cancellation);
        var book = VoteBookReader.Read(text, download.SuggestedFilename, "a-sweep");

        Assert.Equal("a-sweep-votes.json", download.SuggestedFilename);
        Assert.Equal([VoteChoice.A, VoteChoice.Tie], book.Votes.Select(vote => vote.Choice));

        await browser.Page.Locator("#votes-clear").ClickAsync();
        Assert.Equal("0 votes", await browser.Page.Locator("#votes-count").InnerTextAsync());
        await LoadAsync(browser, text);
        await WaitAsync(browser, "document.getElementById('votes-count').textContent === '2 votes'");

        // The same votes again add nothing.
        await LoadAsync(browser, text);
        await WaitAsync(browser, "document.getElementById('verdict').textContent.startsWith('0 votes were added')");
        Assert.Equal(2, (await VotesAsync(browser)).Length);
    }

    [Theory]
    [InlineData("{", "it is not JSON")]
    [InlineData("{\"format\": 2, \"votes\": []}", "of a form that this page reads")]
    [InlineData("{\"format\": 1, \"sweep\": \"<img src=x>\", \"votes\": []}", "These are votes on <img src=x>, not on a-sweep.")]
    [InlineData("{\"format\": 1, \"sweep\": \"a-sweep\", \"votes\": [null, {\"a\": \"x\", \"b\": \"y\", \"choice\": \"a\", \"at\": \"2026-11-21T08:00:00Z\"}]}", "2 on trials that this page does not have were left out")]
    public async Task Load_WrongFile_IsRefusedWithAReason(string text, string reason)
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#view=vote");

        await LoadAsync(browser, text);

        await WaitAsync(browser, "document.getElementById('verdict').textContent !== ''");
        Assert.Contains(reason, await browser.Page.Locator("#verdict").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(await VotesAsync(browser));
    }

    [Fact]
    public async Task Votes_AfterReload_AreStillThere()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#view=vote");
        await PressAsync(browser, "ArrowRight");

        await browser.Page.ReloadAsync();

        Assert.Equal("1 vote", await browser.Page.Locator("#votes-count").InnerTextAsync());
        Assert.Equal(2, await browser.Page.Locator("#ranking li").CountAsync());
    }

    /// <summary>The trials that can be looked at, in the page's order: the cells'.</summary>
    private static List<string> Ids(Report report) =>
        [.. report.Plan.Cells.Select(cell => cell.TrialId).Distinct().Where(id => report.Trials.Single(trial => trial.Trial.Id == id).Picture is not null)];

    private static async Task<(string A, string B)> PairAsync(OpenPage browser, Report report)
    {
        var byColor = Ids(report).ToDictionary(id => string.Join(' ', ColorOf(id)));
        return (byColor[string.Join(' ', await ColorAsync(browser, "#image-a"))], byColor[string.Join(' ', await ColorAsync(browser, "#image-b"))]);
    }

    private static string Sorted((string A, string B) pair) => string.CompareOrdinal(pair.A, pair.B) < 0 ? $"{pair.A} {pair.B}" : $"{pair.B} {pair.A}";

    private static async Task<JsonElement[]> VotesAsync(OpenPage browser) =>
        [.. JsonDocument.Parse(await browser.Page.EvaluateAsync<string>("localStorage.getItem('neuralstyle:a-sweep:votes') ?? '[]'")).RootElement.EnumerateArray()];

    private static async Task<VoteBook> BookAsync(OpenPage browser) => VoteBookReader.Read(
        $"{{\"format\": 1, \"sweep\": \"a-sweep\", \"votes\": {await browser.Page.EvaluateAsync<string>("localStorage.getItem('neuralstyle:a-sweep:votes') ?? '[]'")}}}", "page");

    private static Task LoadAsync(OpenPage browser, string text) => browser.Page.Locator("#votes-load").SetInputFilesAsync(
        new Microsoft.Playwright.FilePayload { Name = "votes.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
}

using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

public sealed class ReportPageTests
{
    private const string Hostile = "<script>alert(1)</script>&\"'<!-- </template></script>";

    [Fact]
    public void Write_HostileNamesAndReasons_AppearOnlyEscaped()
    {
        var report = SampleReport.Make();
        report = report with { Plan = report.Plan with { Sweep = Hostile } };
        var failed = report.Trials.First(trial => trial.State == TrialState.Failed).Trial.Id;
        report = report.With(failed, trial => trial with { Reason = Hostile });
        report = report with { Plan = report.Plan with { Axes = [.. report.Plan.Axes.Select(axis => axis with { Labels = [.. axis.Labels.Select(label => label + Hostile)] })] } };

        var html = Render(report);

        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;", html, StringComparison.Ordinal);
        // The page's own, its data, a block for each image and each trial's detail: none that a text opened or ended.
        var images = report.Contents.Count + report.Styles.Count + (2 * report.Trials.Count(trial => trial.Picture is not null));
        Assert.Equal(2 + images + report.Trials.Count, Regex.Count(html, "<script"));
        Assert.Equal(Regex.Count(html, "<script"), Regex.Count(html, "</script>"));
        Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HostileNames_ComeBackFromTheDataAsTheyWere()
    {
        var report = SampleReport.Make();
        report = report with { Plan = report.Plan with { Sweep = Hostile } };

        var json = Data(Render(report));

        Assert.DoesNotContain('<', json);
        Assert.Equal(Hostile, JsonDocument.Parse(json).RootElement.GetProperty("sweep").GetString());
    }

    [Fact]
    public void Write_Policy_ForbidsEverythingButThePageItself()
    {
        var html = Render(SampleReport.Make());

        var policy = Regex.Match(html, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;

        Assert.StartsWith("default-src &#39;none&#39;; img-src blob: &#39;self&#39;; connect-src &#39;none&#39;;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"", html);
        Assert.DoesNotMatch("url\\(|@import|https?://(?!www\\.w3\\.org/2000/svg)", html);
    }

    [Fact]
    public void Write_Images_AreCarriedOnceEach()
    {
        var report = SampleReport.Make();

        var keys = KeysOf(Render(report));

        var shown = report.Trials.Where(trial => trial.Picture is not null).Select(trial => trial.Trial.Id).ToList();
        Assert.Equal(
            [.. ((string[])[.. report.Contents.Keys.Select(name => $"content:{name}"), .. report.Styles.Keys.Select(name => $"style:{name}"), .. shown.Select(id => $"full:{id}"), .. shown.Select(id => $"thumb:{id}")]).Order(StringComparer.Ordinal)],
            keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Write_MoreResultsThanTheBudgetAllows_CarriesPreviewsAndNoResultAndSaysSo()
    {
        var report = SampleReport.Make() with { PageBudgetBytes = (11 * 5000) - 1 };
        var files = new SampleFiles(report);
        using var stream = new MemoryStream();
        await ReportPage.WriteAsync(report, files, stream, TestContext.Current.CancellationToken);
        var html = Encoding.UTF8.GetString(stream.ToArray());

        Assert.Equal(11, KeysOf(html).Count(key => key.StartsWith("thumb:", StringComparison.Ordinal)));
        Assert.DoesNotContain(KeysOf(html), key => key.StartsWith("full:", StringComparison.Ordinal));
        Assert.Empty(files.Read);
        Assert.Contains("too large for it and are shown from the folder trials/ beside it", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ResultsOfExactlyTheBudget_AreCarried()
    {
        var html = Render(SampleReport.Make() with { PageBudgetBytes = 11 * 5000 });

        Assert.Equal(11, KeysOf(html).Count(key => key.StartsWith("full:", StringComparison.Ordinal)));
        Assert.Contains("carries its images in itself and loads nothing.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_PreviewThatIsTheFile_IsCarriedOnceAndNotReadAgain()
    {
        var report = SampleReport.Make("axes: {styleWeight: [1, 2]}");
        var id = report.Trials[0].Trial.Id;
        report = report.With(id, trial => trial with { Picture = trial.Picture! with { IsWhole = true } });

        Assert.Equal([$"full:{id}"], KeysOf(Render(report)).Where(key => key.EndsWith(id, StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_LargeImage_IsEncodedWhole()
    {
        var report = SampleReport.Make("axes: {styleWeight: [1, 2]}");
        var bytes = new byte[100_001];
        new Random(7).NextBytes(bytes);
        var id = report.Trials[0].Trial.Id;
        report = report.With(id, trial => trial with { Picture = trial.Picture! with { Preview = new ReportImage(bytes, "image/webp") } });

        Assert.Contains($"data-image=\"thumb:{id}\" data-media=\"image/webp\">{Convert.ToBase64String(bytes)}</script>", Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SweepThatStillRuns_SaysSoAtItsTopAndHowFarItIs()
    {
        var report = SampleReport.Make() with { IsPartial = true };
        report = report.With(report.Trials[1].Trial.Id, trial => trial with { State = TrialState.Pending, Record = null, Picture = null });
        report = report.With(report.Trials[2].Trial.Id, trial => trial with { State = TrialState.Running, Record = null, Picture = null });

        var banner = Regex.Match(Render(report), "<div class=\"banner partial\".*?</div>").Value;

        Assert.Contains("The sweep still runs.</strong> This is how far it was at 2026-11-21 08:01 UTC: 10 of 12 trials ended, 1 running.", banner, StringComparison.Ordinal);
        Assert.DoesNotContain("banner partial", Render(SampleReport.Make()).Split("<body>")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ParameterOfOneOptimizerOnly_DiffersFromNothing()
    {
        var plan = Sample.Plan(Sample.With("axes: {optimizer: [adam, lbfgs]}\nparameters: {lineSearch: strong-wolfe, learningRate: 1, clamp: saved}"));
        var report = SampleReport.Make(plan);
        // What an Adam trial's record says of a line search is nothing that happened.
        var adam = report.Trials[0].Trial.Id;
        report = report.With(adam, trial => trial with { Record = trial.Record! with { Parameters = trial.Record.Parameters with { LineSearch = LineSearchKind.Fixed } } });

        var html = Render(report);

        var columns = JsonDocument.Parse(Data(html)).RootElement.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("key").GetString());
        Assert.Equal(["optimizer"], columns.TakeWhile(key => key != "contentDistance"));
        var shared = Regex.Match(html, "<details class=\"shared\".*?</details>", RegexOptions.Singleline).Value;
        Assert.Matches(">lineSearch</dt><dd>strong-wolfe<", shared);
        var detail = Regex.Match(html, $"id=\"detail-{adam}\".*?</script>", RegexOptions.Singleline).Value;
        Assert.Matches("(?s)that change nothing here.*>lineSearch<", detail);
    }

    [Fact]
    public void Write_ParameterThatVariesWhereItHasAPart_IsMissingWhereItHasNone()
    {
        var report = SampleReport.Make("axes:\n  lineSearch: {values: [fixed, strong-wolfe], when: {optimizer: lbfgs}}\n  optimizer: [lbfgs, adam]\n");

        var island = JsonDocument.Parse(Data(Render(report))).RootElement;

        var column = island.GetProperty("columns").EnumerateArray().Select(item => item.GetProperty("key").GetString()).ToList().IndexOf("lineSearch");
        Assert.Equal(
            new Dictionary<string, string?> { ["lbfgs fixed"] = "fixed", ["lbfgs strong-wolfe"] = "strong-wolfe", ["adam fixed"] = null },
            report.Plan.Trials.Zip(island.GetProperty("trials").EnumerateArray()).ToDictionary(
                pair => $"{EnumNames.Of(pair.First.Parameters.Optimizer)} {EnumNames.Of(pair.First.Parameters.LineSearch)}",
                pair => pair.Second.GetProperty("values")[column].GetString()));
    }

    [Fact]
    public void Write_TrialsOfEarlierRuns_CountTheWorkThatTheirRecordsHold()
    {
        var report = SampleReport.Make("axes: {styleWeight: [1, 2, 3]}");
        var some = report.With(report.Trials[1].Trial.Id, trial => trial with { Reused = true });
        var every = report with { Trials = [.. report.Trials.Select(trial => trial with { Reused = true })] };

        // 4.5, 5.5 and 6.5 s.
        Assert.Equal(["3 trials, all completed", "17 s of work in 1 min 42 s"], Facts(report).Take(2));
        Assert.Equal(["1 taken from earlier runs, 6 s of work then", "11 s of work in 1 min 42 s"], Facts(some).Skip(1).Take(2));
        Assert.Equal(["3 taken from earlier runs, 17 s of work then", "nothing computed anew"], Facts(every).Skip(1).Take(2));
    }

    [Fact]
    public void Write_ParametersThatDiffer_AreMarkedAndTheOthersShared()
    {
        var html = Render(SampleReport.Make());

        var shared = Regex.Match(html, "<details class=\"shared\".*?</details>", RegexOptions.Singleline).Value;
        var marked = Regex.Matches(html, "<div class=\"varies\"><dt[^>]*>(\\w+)<").Select(match => match.Groups[1].Value).Distinct();
        Assert.Equal(["styleWeight", "pooling", "init"], marked);
        Assert.Contains(">imageSize<", shared, StringComparison.Ordinal);
        Assert.DoesNotContain(">styleWeight<", shared, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ExecutedParametersOtherThanPlanned_AreShownAsExecuted()
    {
        var report = SampleReport.Make("axes: {styleWeight: [1, 2]}");
        report = report.With(report.Trials[0].Trial.Id, trial => trial with
        {
            Record = trial.Record! with { Parameters = trial.Record.Parameters with { HistorySize = 77 } },
        });

        Assert.Contains("<dd>77 pairs</dd>", Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_GridWithATrialThatIsMissing_NamesIt()
    {
        var report = SampleReport.Make();
        var missing = report.Trials[3].Trial.Id;

        var exception = Assert.Throws<ArgumentException>(() => Render(report with { Trials = [.. report.Trials.Where(trial => trial.Trial.Id != missing)] }));

        Assert.Contains(missing, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SvgAsImage_IsRefused()
    {
        var report = SampleReport.Make();
        report = report with { Contents = new Dictionary<string, ReportImage> { ["a.jpg"] = new("<svg/>"u8.ToArray(), "image/svg+xml") } };

        var exception = Assert.Throws<ArgumentException>(() => Render(report));

        Assert.Contains("image/svg+xml", exception.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> KeysOf(string html) => [.. Regex.Matches(html, "data-image=\"([^\"]*)\"").Select(match => match.Groups[1].Value)];

    private static string Render(Report report) => SampleReport.Render(report);

    private static string Data(string html) =>
        Regex.Match(html, "<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;

    private static List<string> Facts(Report report) =>
        [.. Regex.Matches(Regex.Match(Render(report), "<ul class=\"stats\".*?</ul>", RegexOptions.Singleline).Value, "<li[^>]*>(.*?)</li>").Select(fact => fact.Groups[1].Value)];
}

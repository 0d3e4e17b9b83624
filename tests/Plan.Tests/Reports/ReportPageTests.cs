using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
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
        report = report with { Pages = [.. report.Pages.Select(page => page with { Header = new([new("pooling", Hostile)]) })] };

        var html = Render(report);

        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "<script"));
        Assert.Equal(report.Trials.Count, Regex.Count(html, "</template>"));
    }

    [Fact]
    public void Write_HostileNames_ComeBackFromTheDataAsTheyWere()
    {
        var report = SampleReport.Make();
        report = report with { Plan = report.Plan with { Sweep = Hostile } };

        var json = Regex.Match(Render(report), "<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;

        Assert.DoesNotContain('<', json);
        Assert.Equal(Hostile, JsonDocument.Parse(json).RootElement.GetProperty("sweep").GetString());
    }

    [Fact]
    public void Write_Policy_ForbidsEverythingButThePageItself()
    {
        var html = Render(SampleReport.Make());

        var policy = Regex.Match(html, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;

        Assert.StartsWith("default-src &#39;none&#39;; img-src data:;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!data:|#)", html);
        Assert.DoesNotMatch("url\\(|@import|https?://", html);
    }

    [Fact]
    public void Write_Images_AreCarriedOnceEach()
    {
        var report = SampleReport.Make();

        var html = Render(report);

        var expected = report.Trials.Count(trial => trial.Image is not null) + report.Contents.Count + report.Styles.Count;
        Assert.Equal(expected, Regex.Count(html, "src=\"data:image/png;base64,"));
        Assert.All(report.Trials.Where(trial => trial.Image is not null), trial =>
            Assert.Contains($"data-result=\"{trial.Trial.Id}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_LargeImage_IsEncodedWhole()
    {
        var report = SampleReport.Make("axes: {styleWeight: [1, 2]}");
        var bytes = new byte[100_001];
        new Random(7).NextBytes(bytes);
        report = report.With(report.Trials[0].Trial.Id, trial => trial with { Image = new ReportImage(bytes, "image/webp") });

        Assert.Contains($"src=\"data:image/webp;base64,{Convert.ToBase64String(bytes)}\"", Render(report), StringComparison.Ordinal);
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

    private static string Render(Report report)
    {
        using var stream = new MemoryStream();
        ReportPage.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

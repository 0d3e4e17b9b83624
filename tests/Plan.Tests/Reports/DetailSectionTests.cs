using System.Text.RegularExpressions;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

public sealed class DetailSectionTests
{
    [Fact]
    public void Write_Events_AreListedInOrderAndEscaped()
    {
        var events = Regex.Match(Detail(RichReport.Make(), 0), "<ol class=\"events\">.*?</ol>").Value;

        Assert.Equal(
            ["checkpoint refused|before the first evaluation", "restarted|after evaluation 12", "stopped early|after evaluation 60"],
            Regex.Matches(events, "<strong>(.*?)</strong><span class=\"kind\">(.*?)</span>").Select(happened => $"{happened.Groups[1]}|{happened.Groups[2]}"));
        Assert.Contains("the loss was &lt;NaN&gt; &amp; &quot;worse&quot;", events, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Layers_ShowWeightLossAndShareOfTheLastEvaluation()
    {
        var report = RichReport.Make();
        var detail = Detail(report, 0);
        var last = report.Trials[0].Record!.Evaluations[^1];

        var rows = Regex.Matches(detail, "<th scope=\"row\" class=\"\\w+\">(\\w+ \\w+)</th><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td>").ToList();

        Assert.Contains("Layers at evaluation 60", detail, StringComparison.Ordinal);
        Assert.Equal(["content relu4_2", "style relu1_1", "style relu3_1"], rows.Select(row => row.Groups[1].Value));
        Assert.Equal(["1", "15", "15"], rows.Select(row => row.Groups[2].Value));
        var percents = rows.Select(row => double.Parse(row.Groups[4].Value[..^2], System.Globalization.CultureInfo.InvariantCulture)).Sum();
        Assert.Equal(100 * (last.Content + last.Style) / last.Total, percents, 0.2);
    }

    [Fact]
    public void Write_FilmStrip_IsCarriedByThePage()
    {
        var report = RichReport.Make();
        var id = report.Trials[0].Trial.Id;

        Assert.Matches($"<div class=\"strip\"[^>]*><img [^>]*data-strip=\"{id}\"", Detail(report, 0));
        Assert.Contains($"data-image=\"strip:{id}\" data-media=\"image/png\">{Convert.ToBase64String(SampleFiles.FilmStrip.Bytes.Span)}<", SampleReport.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TrialWithNothingSpecial_HasNoEmptySections()
    {
        var detail = Detail(RichReport.Make(), 1);

        foreach (var absent in (string[])["class=\"strip\"", "class=\"events\"", "Layers at", ">output file<", ">lowest loss<"])
            Assert.DoesNotContain(absent, detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TrialThatStoppedEarly_SaysHowManyOfHowMany()
    {
        Assert.Contains("<dd>60 of at most 100</dd>", Detail(RichReport.Make(), 0), StringComparison.Ordinal);
        Assert.DoesNotContain("of at most", Detail(RichReport.Make(evaluations: 100), 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NeutralParameters_AreBehindAFold()
    {
        var detail = Detail(RichReport.Make(), 0);

        var fold = Regex.Match(detail, "<details class=\"neutral\">.*?</details>").Value;
        var open = detail.Replace(fold, string.Empty, StringComparison.Ordinal);

        foreach (var (name, isNeutral) in ((string, bool)[])[("imageSize", false), ("styleWeight", false), ("scales", true), ("stopBelow", true)])
            Assert.Contains($">{name}<", isNeutral ? fold : open, StringComparison.Ordinal);
        Assert.DoesNotContain(">stopBelow<", open, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Measures_AreCalledProxiesAndNameTheirYardstick()
    {
        var detail = Detail(RichReport.Make(), 1);

        Assert.Contains("<h3>Measures (proxies)</h3>", detail, StringComparison.Ordinal);
        Assert.Contains("style distance</dt><dd>0.45</dd>", detail, StringComparison.Ordinal);
        Assert.Contains("on the yardstick vgg19-mini/1", detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_RunningTrial_SaysHowFarItIs()
    {
        var report = RichReport.Make() with { IsPartial = true };
        var id = report.Trials[1].Trial.Id;
        var progress = new TrialProgress(id, 40, 100, 0.125, 61, SampleReport.Start) { Scale = 1, Scales = 2 };
        report = report.With(id, trial => trial with { State = TrialState.Running, Record = null, Picture = null, Progress = progress });

        Assert.Contains("<strong>running</strong><p>evaluation 40 of 100, scale 1 of 2; total loss 0.125 after 1 min 1 s.</p></div>", Detail(report, 1), StringComparison.Ordinal);
    }

    private static string Detail(Report report, int index)
    {
        var id = report.Trials[index].Trial.Id;
        return Regex.Match(SampleReport.Render(report), $"<script type=\"text/plain\" id=\"detail-{id}\">.*?</script>", RegexOptions.Singleline).Value;
    }
}

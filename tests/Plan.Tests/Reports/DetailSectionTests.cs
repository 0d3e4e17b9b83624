using System.Text;
using System.Text.RegularExpressions;
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
    public void Write_FilmStrip_IsCarriedByThePage() =>
        Assert.Matches("<div class=\"strip\"[^>]*><img [^>]*src=\"data:image/png;base64,", Detail(RichReport.Make(), 0));

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

    private static string Detail(Report report, int index)
    {
        using var stream = new MemoryStream();
        ReportPage.Write(report, stream);
        var id = report.Trials[index].Trial.Id;
        return Regex.Match(Encoding.UTF8.GetString(stream.ToArray()), $"<template id=\"trial-{id}\">.*?</template>", RegexOptions.Singleline).Value;
    }
}

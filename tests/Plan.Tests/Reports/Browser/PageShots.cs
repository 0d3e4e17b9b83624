using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>Writes sample pages for people to look at, into the folder that NEURALSTYLE_PAGES names; skipped where it names none.</summary>
public sealed class PageShots
{
    [Fact]
    public async Task Write_Samples_IntoAFolder()
    {
        var folder = Environment.GetEnvironmentVariable("NEURALSTYLE_PAGES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "NEURALSTYLE_PAGES names no folder.");
        Directory.CreateDirectory(folder);
        foreach (var (name, report) in ((string, Report)[])[("sample", SampleReport.Make()), ("rich", RichReport.Make()), ("large", LargeReport.Make(500)), ("states", StatesReport.Make())])
        {
            await using var stream = File.Create(Path.Combine(folder, $"{name}.html"));
            await ReportPage.WriteAsync(report, new SampleFiles(report), stream, TestContext.Current.CancellationToken);
        }
    }
}

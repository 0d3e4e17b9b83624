using System.Globalization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

public sealed class TrialsTableTests
{
    [Fact]
    public void Render_Sweep_HasARowForEachCellWithItsAxesAndParameters()
    {
        var report = SampleReport.Make();

        var rows = Read(report);

        Assert.Equal(report.Plan.Cells.Count, rows.Count);
        foreach (var (row, cell) in rows.Zip(report.Plan.Cells))
        {
            var parameters = report.Plan.Trials.Single(trial => trial.Id == cell.TrialId).Parameters;
            Assert.Equal(cell.TrialId, row["trial"]);
            Assert.Equal(ParameterCatalog.StyleWeight.LabelOf(parameters), row["axis.styleWeight"]);
            Assert.Equal(parameters.StyleWeight, double.Parse(row["styleWeight"], CultureInfo.InvariantCulture));
            Assert.Equal(ParameterCatalog.Init.LabelOf(parameters), row["init"]);
            Assert.Equal(SampleReport.ShownParameters, ParameterCatalog.Names.Where(row.ContainsKey));
            Assert.All(SampleReport.ShownParameters, name => Assert.NotEqual(string.Empty, row[name]));
        }
    }

    [Fact]
    public void Render_ParameterThatOneTrialHasAtAnotherValue_IsAColumnOfAll()
    {
        var rows = Read(SampleReport.Make("axes: {styleScale: [1, 0.5]}\nparameters: {convention: gatys, tvConvention: mean-square, styleLoss: johnson, contentLoss: gatys}"));

        Assert.Equal(["1", "0.5"], rows.Select(row => row["styleScale"]));
        Assert.Equal(["johnson", "johnson"], rows.Select(row => row["styleLoss"]));
        Assert.All(["contentLoss", "mode", "jpegQuality"], name => Assert.DoesNotContain(name, rows[0].Keys));
    }

    [Fact]
    public void Render_ParameterWithoutPartInATrial_IsEmptyThere()
    {
        var rows = Read(SampleReport.Make("axes: {optimizer: [lbfgs, adam]}\nparameters: {lineSearch: strong-wolfe}"));

        Assert.Equal(["strong-wolfe", ""], rows.Select(row => row["lineSearch"]));
        Assert.Equal(["20", ""], rows.Select(row => row["historySize"]));
        Assert.Equal(["1", "1"], rows.Select(row => row["contentWeight"]));
    }

    [Fact]
    public void Render_Images_AreThoseThatTheModeReads()
    {
        var manifest = Sample.Parse("content: a.jpg\nstyle: [b.jpg, c.jpg]\nblend: [0.7, 0.3]\naxes: {mode: [transfer, texture]}\nparameters: {init: noise}");
        var rows = Read(SampleReport.Make(Sample.Plan(manifest, "a.jpg", "b.jpg", "c.jpg")));

        Assert.Equal(["a.jpg", ""], rows.Select(row => row["content"]));
        Assert.Equal(["b.jpg + c.jpg", "b.jpg + c.jpg"], rows.Select(row => row["style"]));
        Assert.Equal("0.7, 0.3", rows[0]["blend"]);
        Assert.Equal($"{Sample.Hash("b.jpg")} {Sample.Hash("c.jpg")}", rows[0]["styleSha256"]);
    }

    [Fact]
    public void Render_CompletedTrial_GivesItsLastLossesWithoutLoss()
    {
        var report = SampleReport.Make();
        var (trial, index) = report.Trials.Select((trial, index) => (trial, index)).First(item => item.trial.State == TrialState.Completed);

        var row = Read(report).First(row => row["trial"] == trial.Trial.Id);

        Assert.Equal(SampleReport.Total(index, SampleReport.Evaluations), double.Parse(row["loss.total"], CultureInfo.InvariantCulture));
        Assert.Equal("completed", row["state"]);
        Assert.Equal("5", row["evaluations"]);
        Assert.Equal(trial.Record!.ImageSha256, row["imageSha256"]);
    }

    [Fact]
    public void Render_UnderACommaCulture_WritesPoints()
    {
        var report = SampleReport.Make();
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Contains(Read(report), row => row["styleWeight"] == "0.5");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\";\"click\")")]
    [InlineData("+1 more, \"quoted\"")]
    [InlineData("-2 layers\r\nare missing")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tindented")]
    [InlineData("'apostrophe first")]
    public void Render_ReasonThatASpreadsheetWouldRun_IsGuardedAndComesBack(string reason)
    {
        var report = SampleReport.Make();
        var failed = report.Trials.First(trial => trial.State == TrialState.Failed);

        var row = Read(report.With(failed.Trial.Id, trial => trial with { Reason = reason })).First(row => row["trial"] == failed.Trial.Id);

        Assert.Equal('\'', row["reason"][0]);
        Assert.Equal(reason, row["reason"][1..]);
    }

    [Theory]
    [InlineData("plain, with a comma")]
    [InlineData("a \"quoted\" word")]
    [InlineData("two\nlines")]
    [InlineData("-1")]
    public void Render_HarmlessReason_ComesBackAsItIs(string reason)
    {
        var report = SampleReport.Make();
        var failed = report.Trials.First(trial => trial.State == TrialState.Failed);

        var row = Read(report.With(failed.Trial.Id, trial => trial with { Reason = reason })).First(row => row["trial"] == failed.Trial.Id);

        Assert.Equal(reason, row["reason"]);
    }

    [Fact]
    public void Render_TrialThatNeverReachedAWorker_LeavesItsNumbersEmpty()
    {
        var report = SampleReport.Make();
        var id = report.Trials[0].Trial.Id;

        var row = Read(report.With(id, trial => trial with { State = TrialState.Pending, Record = null, Picture = null })).First(row => row["trial"] == id);

        Assert.Equal("not run", row["state"]);
        Assert.All(["loss.total", "seconds", "device", "imageSha256"], name => Assert.Equal(string.Empty, row[name]));
        Assert.NotEqual(string.Empty, row["styleWeight"]);
    }

    [Fact]
    public void Render_Measures_HaveColumnsOfTheirOwn()
    {
        var report = SampleReport.Make();

        var row = Read(report).First(row => row["trial"] == report.Trials[0].Trial.Id);

        Assert.Equal(SampleReport.Measures(0).StyleDistance, double.Parse(row["measure.styleDistance"], CultureInfo.InvariantCulture));
        Assert.Equal("vgg19-mini/1", row["measure.yardstick"]);
        Assert.Equal(string.Empty, Read(report).First(row => row["state"] == "failed")["measure.styleDistance"]);
    }

    [Fact]
    public void Render_SkippedCombinations_FollowAsRowsOfThatState()
    {
        var report = SampleReport.Make();
        var (hole, plan) = (report.Plan.Cells[3], report.Plan with { Cells = [.. report.Plan.Cells.Where((_, index) => index != 3)] });

        var rows = Read(report with { Plan = plan });

        Assert.Equal(12, rows.Count);
        Assert.Equal("skipped", rows[^1]["state"]);
        Assert.Equal(plan.Axes[0].Labels[hole.Coordinates[0]], rows[^1]["axis.styleWeight"]);
        Assert.Equal(string.Empty, rows[^1]["trial"]);
        Assert.All(rows.SkipLast(1), row => Assert.NotEqual("skipped", row["state"]));
    }

    [Fact]
    public void Render_CellsOfOneTrial_SayWhichCellTheyRepeat()
    {
        var report = SampleReport.Make();
        var (first, cells) = (report.Plan.Cells[0], report.Plan.Cells.ToList());
        cells[2] = cells[2] with { TrialId = first.TrialId };

        var rows = Read(report with { Plan = report.Plan with { Cells = cells } });

        Assert.Equal(string.Empty, rows[0]["sameAs"]);
        Assert.Equal("styleWeight 0.5, init content, pooling max", rows[2]["sameAs"]);
        Assert.Single(rows, row => row["sameAs"].Length > 0);
    }

    [Theory]
    [InlineData(TrialState.Dropped, "dropped")]
    [InlineData(TrialState.Cancelled, "cancelled")]
    [InlineData(TrialState.Running, "running")]
    [InlineData(TrialState.Pending, "pending")]
    public void Render_SweepThatStillRuns_NamesTheState(TrialState state, string expected)
    {
        var report = SampleReport.Make();
        var id = report.Trials[0].Trial.Id;

        var row = Read(report.With(id, trial => trial with { State = state, Record = null, Picture = null }) with { IsPartial = true }).First(row => row["trial"] == id);

        Assert.Equal(expected, row["state"]);
    }

    private static List<Dictionary<string, string>> Read(Report report)
    {
        var records = StrictCsv.Read(TrialsTable.Render(report));
        return [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}

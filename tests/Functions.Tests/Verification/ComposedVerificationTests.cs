using System.Text;
using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Provenance;

namespace NeuralStyle.Functions.Tests.Verification;

/// <summary>Plan, sheet, table, report and what is said of them that were changed.</summary>
public sealed class ComposedVerificationTests(TruthfulSweep sweep) : TamperedSweep(sweep)
{
    [Theory]
    [InlineData("axes/1/labels/0", "\"1000\"", "axes[1].labels[0] says \"1000\"; true is \"1\", by the settings of results/truthful/sweep.json")]
    [InlineData("axes/0/labels/0", "\"lion.png\"", "axes[0].labels[0] says \"lion.png\"")]
    [InlineData("grid/rows", "[\"styleWeight\",\"content\"]", "grid.")]
    [InlineData("trials/0/parameters/seed", "8", "trials[0].")]
    [InlineData("trials/0/id", "\"0123456789abcdef\"", "trials[0].id says ")]
    [InlineData("trials", "[]", "it has no trials")]
    [InlineData("sweep", "\"another\"", "it is of sweep another, not truthful")]
    [InlineData("trials/0/style/sha256", "\"abcdefabcdefabcd\"", "it has two images of the name stripes.png")]
    public async Task VerifyAsync_PlanEdited_IsFound(string path, string value, string expected)
    {
        Edit("results/truthful/plan.json", path, value);

        await AssertLieAsync("results/truthful/plan.json", expected);
    }

    [Fact]
    public async Task VerifyAsync_CellsOfThePlanSwapped_IsFound()
    {
        EditDocument("results/truthful/plan.json", plan =>
        {
            var cells = plan["cells"]!.AsArray();
            var first = cells[0]!["trialId"]!.GetValue<string>();
            cells[0]!["trialId"] = cells[1]!["trialId"]!.GetValue<string>();
            cells[1]!["trialId"] = first;
        });

        await AssertLieAsync("results/truthful/plan.json", "cells[0].trialId says ");
    }

    [Fact]
    public async Task VerifyAsync_CellAddedToThePlan_IsFound()
    {
        EditDocument("results/truthful/plan.json", plan => plan["cells"]!.AsArray().Add(plan["cells"]![0]!.DeepClone()));

        await AssertLieAsync("results/truthful/plan.json", "cells has 5 entries; true are 4");
    }

    [Fact]
    public async Task VerifyAsync_ResolvedManifestEdited_IsFound()
    {
        Edit("results/truthful/sweep.json", "axes/styleWeight/0", "1000");

        await AssertLieAsync("results/truthful/sweep.json", "it was changed after the sheet was composed, and doesn't give the plan any more: there axes[1].labels[0] says \"1\"");
    }

    [Fact]
    public async Task VerifyAsync_DocumentThatIsNone_SaysSo()
    {
        Write("results/truthful/sweep.json", Encoding.UTF8.GetBytes("name: ["));
        await AssertLieAsync("results/truthful/sweep.json", "it doesn't give the plan: ");

        Write("results/truthful/plan.json", Encoding.UTF8.GetBytes("{]"));
        await AssertLieAsync("results/truthful/plan.json", "it can't be read: ");

        File.Delete(PathOf("results/truthful/plan.json"));
        await AssertLieAsync("results/truthful/plan.json", "it is not there");
    }

    [Fact]
    public async Task VerifyAsync_LabelInTheTableEdited_NamesRowAndColumn()
    {
        var text = File.ReadAllText(PathOf("results/truthful/trials.csv"));
        File.WriteAllText(PathOf("results/truthful/trials.csv"), text.Replace("waves.png,1,", "waves.png,50,", StringComparison.Ordinal));

        await AssertLieAsync("results/truthful/trials.csv", "row 2, column axis.styleWeight says \"50\"; true is \"1\", by the records");
    }

    [Fact]
    public async Task VerifyAsync_LabelInTheReportEdited_ShowsBoth()
    {
        var path = PathOf("results/truthful/index.html");
        File.WriteAllText(path, File.ReadAllText(path).Replace("stripes.png", "lion.png", StringComparison.Ordinal));

        await AssertLieAsync("results/truthful/index.html", "lion.png");
    }

    [Fact]
    public async Task VerifyAsync_LabelOnTheSheetPaintedOver_SaysWhere()
    {
        var picture = new ImageReader().Read("sheet.png", Read(Sheet));
        var planes = picture.Planes.ToArray();
        planes[(20 * picture.Width) + 30] = 1 - planes[(20 * picture.Width) + 30];
        var manifest = PngText.Read("sheet.png", Read(Sheet), SheetSettings.Keyword)!;
        Write(Sheet, PngText.With(ImageWriter.Png(new Picture(picture.Width, picture.Height, planes)), SheetSettings.Keyword, manifest));

        await AssertLieAsync(Sheet, "pixels differ from (30, 20) to (30, 20)");
    }

    [Fact]
    public async Task VerifyAsync_SettingsInTheSheetEdited_SaysSo()
    {
        var manifest = PngText.Read("sheet.png", Read(Sheet), SheetSettings.Keyword)!;
        var bare = ImageWriter.Png(new ImageReader().Read("sheet.png", Read(Sheet)));

        Write(Sheet, PngText.With(bare, SheetSettings.Keyword, manifest.Replace("relu3_1", "relu5_1", StringComparison.Ordinal)));
        await AssertLieAsync(Sheet, "the manifest in it was changed: line ");

        Write(Sheet, bare);
        await AssertLieAsync(Sheet, "it doesn't carry its manifest");
    }

    [Fact]
    public async Task VerifyAsync_PageThatIsNone_IsFound()
    {
        Copy(Sheet, "results/truthful/sheet-2.png");

        await AssertLieAsync("results/truthful/sheet-2.png", "it is no page of the sheet, which has 1");
    }

    [Fact]
    public async Task VerifyAsync_FailureHushedUp_IsFound()
    {
        Edit($"trials/{Failed}/record.json", "reason", "\"The dog ate it.\"");

        await AssertLieAsync($"trials/{Failed}/record.json", "it was changed or swapped");
    }

    [Theory]
    [InlineData("request/outcomes/0/reused", "true", "results/truthful/index.html")]
    [InlineData("request/startedAt", "\"2020-01-01T00:00:00+00:00\"", "results/truthful/index.html")]
    [InlineData("results/0/sha256", "\"ab\"", "results/truthful/provenance.json")]
    [InlineData("records/0/sha256", "\"ab\"", "trials/")]
    [InlineData("records", "[]", "trials/")]
    public async Task VerifyAsync_ProvenanceEdited_IsFound(string path, string value, string file)
    {
        Edit("results/truthful/provenance.json", path, value);

        var verified = await VerifyAsync();

        Assert.NotNull(verified.Problem);
        Assert.StartsWith(file, verified.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_ComposedByAnotherVersion_HoldsFilesAgainstHashesAndSaysWhatItDidNotDo()
    {
        Edit("results/truthful/provenance.json", "product", "\"0.0.1\"");
        var verified = await VerifyAsync();
        Assert.Null(verified.Problem);
        Assert.Contains("they were made by NeuralStyle 0.0.1", Assert.Single(verified.Notes), StringComparison.Ordinal);

        var page = Read(Sheet);
        page[^20] ^= 1;
        Write(Sheet, page);
        await AssertLieAsync(Sheet, "provenance.json says ");
    }

    [Theory]
    [InlineData("trials/0/seconds", "0.5", "it says Completed (no reason), 0.5 s")]
    [InlineData("trials/0/state", "\"failed\"", "it says Failed")]
    [InlineData("trials/0/trialId", "\"0123456789abcdef\"", "it lists trial 0123456789abcdef")]
    public async Task VerifyAsync_StatusEdited_IsFound(string path, string value, string expected)
    {
        Edit("results/truthful/status.json", path, value);

        await AssertLieAsync("results/truthful/status.json", expected);
    }
}

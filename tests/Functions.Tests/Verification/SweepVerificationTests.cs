using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralStyle.Engine.Images;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Verification;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Plots;

namespace NeuralStyle.Functions.Tests.Verification;

/// <summary>Records, images, drawings and inputs that were changed.</summary>
public sealed class SweepVerificationTests(TruthfulSweep sweep) : TamperedSweep(sweep)
{
    [Fact]
    public async Task VerifyAsync_Untouched_IsTrueAndReadsEveryFile()
    {
        var before = Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes);

        var verified = await VerifyAsync();

        Assert.Null(verified.Problem);
        Assert.Equal((4, 0), (verified.Trials, verified.Notes.Count));
        Assert.Equal(before.Count, verified.Files);
        Assert.Equal(before.Keys.Order(), Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Order());
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
    }

    [Fact]
    public async Task VerifyAsync_ImageOfAnotherTrial_IsFound()
    {
        Copy($"trials/{Other}/image.png", $"trials/{Id}/image.png");

        await AssertLieAsync($"trials/{Id}/image.png", "it was changed or swapped: its SHA-256 is ");
    }

    [Fact]
    public async Task VerifyAsync_ImageOfAnotherTrialWithItsHashInTheRecord_IsFoundByItsOwnSettings()
    {
        Copy($"trials/{Other}/image.png", $"trials/{Id}/image.png");
        EditRecord(record => record["imageSha256"] = Hash($"trials/{Id}/image.png"));

        await AssertLieAsync($"trials/{Id}/image.png", $"its own settings are of trial {Other}");
    }

    [Fact]
    public async Task VerifyAsync_RepaintedImageWithoutSettingsAndWithItsHashInTheRecord_IsFoundByItsMeasures()
    {
        var picture = new ImageReader().Read("image.png", Read($"trials/{Id}/image.png"));
        Write($"trials/{Id}/image.png", ImageWriter.Png(new Picture(picture.Width, picture.Height, [.. picture.Planes.ToArray().Select(value => 1 - value)])));
        EditRecord(record => record["imageSha256"] = Hash($"trials/{Id}/image.png"));

        await AssertLieAsync(RecordName, "measures.contentDistance says ");
    }

    [Theory]
    [InlineData("parameters/styleWeight", "7", "parameters.styleWeight says 7; true is 1, by its id")]
    [InlineData("parameters/optimizer", "\"adam\"", "parameters.optimizer says \"adam\"; true is \"lbfgs\"")]
    [InlineData("parameters/imageSize", "64", "parameters.imageSize says 64; true is 48")]
    [InlineData("content/sha256", "\"ab\"", "content.sha256 says \"ab\"")]
    [InlineData("content/name", "\"tubingen.png\"", "content.name says \"tubingen.png\"; true is \"waves.png\", by the settings in image.png")]
    [InlineData("style/sha256", "\"ab\"", "style.sha256 says \"ab\"")]
    [InlineData("weights/sha256", "\"ab\"", "weights.sha256 says \"ab\"")]
    [InlineData("trialId", "\"0123456789abcdef\"", "0123456789abcdef")]
    [InlineData("state", "\"failed\"", "state says failed")]
    [InlineData("state", "\"dropped\"", "state says Dropped")]
    [InlineData("environment/product", "\"9.9\"", "environment.product says \"9.9\"")]
    [InlineData("environment/numericVersion", "99", "version 99 of the engine's arithmetic")]
    [InlineData("environment/device", "\"cuda:0\"", "it was changed or swapped")]
    [InlineData("evaluations/1/total", "0.5", "evaluations[1].total says 0.5; content, style and tv add up to ")]
    [InlineData("evaluations/1/evaluation", "3", "evaluations[1] says that it is number 3; true is 2")]
    [InlineData("evaluations/1/improvement", "99", "evaluations[1].improvement says 99 %")]
    [InlineData("evaluations/4/seconds", "0", "evaluations[4].seconds says 0")]
    [InlineData("evaluations/2/layers/0", "5", "its layers add up to ")]
    [InlineData("events", "[]", "evaluations[2].improvement says 0 %")]
    [InlineData("bestEvaluation", "1", "bestEvaluation says 1")]
    [InlineData("seconds", "0.0001", "seconds says 0.0001")]
    [InlineData("seconds", "4711", "it was changed or swapped: its SHA-256 is ")]
    [InlineData("startedAt", "\"2030-01-01T00:00:00+00:00\"", "finishedAt says ")]
    [InlineData("startedAt", "\"2020-01-01T00:00:00+00:00\"", "it was changed or swapped")]
    [InlineData("width", "31", "width and height say 31 x 36; its image is 48 x 36")]
    [InlineData("measures/contentDistance", "0.01", "measures.contentDistance says 0.01; measured on image.png it is ")]
    [InlineData("measures/styleDistance", "0.01", "measures.styleDistance says 0.01")]
    [InlineData("measures/colorShift", "0.01", "measures.colorShift says 0.01")]
    [InlineData("measures/sharpness", "1", "measures.sharpness says 1")]
    [InlineData("measures/evaluationsTo95", "77", "measures.evaluationsTo95 says 77")]
    [InlineData("snapshots", "[1]", "snapshots says 1; its files list other ones")]
    [InlineData("files/0/sha256", "\"ab\"", "ab")]
    [InlineData("files/0/name", "\"../../../etc/passwd\"", "snapshots says ")]
    [InlineData("batch", "8", "it was changed or swapped")]
    public async Task VerifyAsync_RecordEdited_IsFound(string path, string value, string expected)
    {
        Edit(RecordName, path, value);

        var verified = await VerifyAsync();

        Assert.Contains(expected, verified.Problem, StringComparison.Ordinal);
        Assert.StartsWith($"trials/{Id}/", verified.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_LossesEditedToAgreeWithEachOther_IsFoundByThePlots()
    {
        EditRecord(record =>
        {
            var evaluation = record["evaluations"]![4]!;
            foreach (var name in (string[])["total", "content", "style", "tv"])
                evaluation[name] = evaluation[name]!.GetValue<double>() / 2;
            evaluation["layers"] = new JsonArray([.. evaluation["layers"]!.AsArray().Select(layer => JsonValue.Create(layer!.GetValue<double>() / 2))]);
            evaluation["improvement"] = 100 * (1 - (evaluation["total"]!.GetValue<double>() / record["evaluations"]![2]!["total"]!.GetValue<double>()));
            record["bestEvaluation"] = 5;
        });

        await AssertLieAsync($"trials/{Id}/plots.svg", "by the record's evaluations");
    }

    [Fact]
    public async Task VerifyAsync_LossesEditedAndPlotsAndHashesWithThem_IsFoundByTheProvenance()
    {
        EditRecord(record =>
        {
            // The last digit of one time: nothing else is derived of it.
            record["seconds"] = record["seconds"]!.GetValue<double>() + 0.001;
        });

        await AssertLieAsync(RecordName, "provenance.json, of when the sheet was composed, says ");
    }

    [Theory]
    [InlineData("trials/{0}/snapshots/1.png")]
    [InlineData("trials/{0}/filmstrip.png")]
    [InlineData("trials/{0}/filmstrip.webp")]
    [InlineData("trials/{0}/plots.svg")]
    [InlineData("trials/{0}/plots.png")]
    [InlineData("trials/{0}/output.jpg")]
    [InlineData("trials/{0}/image.png")]
    [InlineData("input/stripes.png")]
    [InlineData("input/waves.png")]
    public async Task VerifyAsync_OneByteOfAFileEditedOrItIsGone_IsFound(string name)
    {
        var place = string.Format(System.Globalization.CultureInfo.InvariantCulture, name, Id);
        var bytes = Read(place);
        bytes[^20] ^= 1;
        Write(place, bytes);
        await AssertLieAsync(place, "it was changed or swapped");

        File.Delete(PathOf(place));
        await AssertLieAsync(place, "it is not there");
    }

    [Fact]
    public async Task VerifyAsync_StyleSwappedForAnotherImage_IsFound()
    {
        Copy("input/waves.png", "input/stripes.png");

        await AssertLieAsync("input/stripes.png", "it was changed or swapped: its SHA-256 is ");
    }

    [Fact]
    public async Task VerifyAsync_TrialEdited_SaysWhatDiffers()
    {
        Edit($"trials/{Id}/trial.json", "parameters/styleWeight", "7");

        await AssertLieAsync($"trials/{Id}/trial.json", "parameters.styleWeight says 7; true is 1");
    }

    [Fact]
    public async Task VerifyAsync_TrialOfAnotherSweepWithOtherNamesAndSnapshots_IsTrue()
    {
        Edit($"trials/{Id}/trial.json", "content/name", "\"renamed.png\"");
        Edit($"trials/{Id}/trial.json", "snapshots/first", "9");

        Assert.Null((await VerifyAsync()).Problem);
    }

    [Fact]
    public async Task VerifyAsync_RecordsOfBefore_AreReadAndSaySo()
    {
        foreach (var trial in Sweep.Plan.Trials.Select(trial => trial.Id))
        {
            EditDocument($"trials/{trial}/record.json", record =>
            {
                record.AsObject().Remove("measures");
                record.AsObject().Remove("files");
            });
            // As it was composed then.
            EditDocument("results/truthful/provenance.json", provenance =>
                provenance["records"]!.AsArray().First(file => file!["name"]!.GetValue<string>().StartsWith(trial, StringComparison.Ordinal))!["sha256"] = Hash($"trials/{trial}/record.json"));
        }

        Edit("results/truthful/provenance.json", "product", "\"0.0.1\"");

        var verified = await VerifyAsync();

        Assert.Null(verified.Problem);
        Assert.Contains(verified.Notes, note => note.Contains("have no hashes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MissingImagesAsync_InputGone_NamesIt()
    {
        Assert.Empty(await new SweepVerification(new FolderStore(Root)).MissingImagesAsync(TruthfulSweep.Name, Cancellation));
        File.Delete(PathOf("input/stripes.png"));
        File.Delete(PathOf("input/narrow.png"));

        Assert.Equal(["narrow.png", "stripes.png"], await new SweepVerification(new FolderStore(Root)).MissingImagesAsync(TruthfulSweep.Name, Cancellation));
    }

    [Fact]
    public void Record_Plots_AreThoseOfTheRecord()
    {
        var record = JsonSerializer.Deserialize<TrialRecord>(Read(RecordName), PlanJson.Readable)!;

        Assert.Equal(TrialPlots.Svg(record), File.ReadAllText(PathOf($"trials/{Id}/plots.svg")));
        Assert.Equal(["filmstrip.png", "filmstrip.webp", "plots.png", "plots.svg", "snapshots/1.png", "snapshots/2.png", "snapshots/5.png"],
            record.Files!.Select(file => file.Name).Order(StringComparer.Ordinal));
    }
}

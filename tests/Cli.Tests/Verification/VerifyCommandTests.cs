using System.Text.Json;
using NeuralStyle.Engine.Images;
using NeuralStyle.Functions.Verification;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Provenance;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Tests.Verification;

/// <summary><c>nst verify</c> and <c>nst plan --from</c> on what <c>nst run</c> left.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nst-verify-").FullName;

    private string Out => Path.Combine(_folder, "out");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Verify_WhatRunLeft_IsTrueFromItsFolderAndItsResults()
    {
        await RunSweepAsync();

        foreach (var place in (string[])[Out, $"{Out}/", Path.Combine(Out, "results", "tiny")])
        {
            var (exitCode, output, error) = await NstAsync("verify", place, "--images", _folder);

            Assert.Equal((0, string.Empty), (exitCode, error));
            Assert.Matches(@"^tiny: true; \d+ files of 2 trials checked in ", output);
        }
    }

    [Fact]
    public async Task Verify_ImagesElsewhere_NamesThemAndTheOption()
    {
        await RunSweepAsync();

        var (exitCode, _, error) = await NstAsync("verify", Out);

        Assert.Equal(2, exitCode);
        Assert.Contains("the images a.png, b.png are not there", error, StringComparison.Ordinal);
        Assert.Contains("--images FOLDER", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TableEdited_ExitsWithThreeAndNamesTheFile()
    {
        await RunSweepAsync();
        var table = Path.Combine(Out, "results", "tiny", "trials.csv");
        await File.WriteAllTextAsync(table, (await File.ReadAllTextAsync(table, Cancellation)).Replace("a.png", "c.png", StringComparison.Ordinal), Cancellation);

        var (exitCode, output, error) = await NstAsync("verify", Out, "--images", _folder);
        var (jsonExitCode, json, _) = await NstAsync("verify", Out, "--images", _folder, "--json");

        Assert.Equal((3, 3, string.Empty), (exitCode, jsonExitCode, output));
        Assert.StartsWith("nst: tiny is not true: results/tiny/trials.csv: row 2, column content says \"c.png\"; true is \"a.png\"", error, StringComparison.Ordinal);
        var verified = Assert.Single(JsonSerializer.Deserialize<List<VerifiedSweep>>(json, PlanJson.Readable)!);
        Assert.Equal((false, "results/tiny/trials.csv"), (verified.IsTrue, verified.File));
    }

    [Fact]
    public async Task Verify_FetchedForm_IsTrue()
    {
        await RunSweepAsync();
        var fetched = Path.Combine(_folder, "fetched");
        Copy(Path.Combine(Out, "results", "tiny"), fetched);
        Copy(Path.Combine(Out, "trials"), Path.Combine(fetched, "trials"));
        Directory.CreateDirectory(Path.Combine(fetched, "input"));
        foreach (var name in (string[])["a.png", "b.png"])
            File.Copy(Path.Combine(_folder, name), Path.Combine(fetched, "input", name));

        var (exitCode, output, error) = await NstAsync("verify", fetched);
        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Contains("tiny: true", output, StringComparison.Ordinal);

        File.Copy(Path.Combine(fetched, "sheet.png"), Path.Combine(fetched, "sheet-2.png"));
        (exitCode, _, error) = await NstAsync("verify", fetched);
        Assert.Equal(3, exitCode);
        Assert.Contains("results/tiny/sheet-2.png: it is no page of the sheet", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoSweep_IsBadInput()
    {
        var (exitCode, _, error) = await NstAsync("verify", _folder);

        Assert.Equal(2, exitCode);
        Assert.Contains("no sweep is in ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanFrom_SheetAndImage_RestoreManifestsOfTheSameTrials()
    {
        await RunSweepAsync();
        var results = Path.Combine(Out, "results", "tiny");
        var plan = JsonSerializer.Deserialize<SweepPlan>(await File.ReadAllBytesAsync(Path.Combine(results, "plan.json"), Cancellation), PlanJson.Readable)!;
        var (whole, single) = (Path.Combine(_folder, "restored.json"), Path.Combine(_folder, "single.json"));

        var sheet = await NstAsync("plan", "--from", Path.Combine(results, "sheet.png"));
        Assert.Equal(0, (await NstAsync("plan", "--from", Path.Combine(results, "sheet.png"), "--write", whole)).ExitCode);
        var (exitCode, _, error) = await NstAsync("plan", "--from", Path.Combine(Out, "trials", plan.Trials[1].Id, "image.png"), "--write", single);

        Assert.Equal(0, exitCode);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(results, "sweep.json"), Cancellation), sheet.Output);
        Assert.Equal(sheet.Output, await File.ReadAllTextAsync(whole, Cancellation));
        Assert.Contains($"nst: a.png had SHA-256 {plan.Trials[1].Content.Sha256}", error, StringComparison.Ordinal);
        // Everything is there already: nothing but those trials is asked for.
        foreach (var manifest in (string[])[whole, single])
        {
            var (again, output, trouble) = await NstAsync("run", manifest, "--out", Out, "--threads", "1");
            Assert.True(again == 0, trouble);
            Assert.Contains(manifest == whole ? "2 of 2 trials completed (2 reused)" : "1 of 1 trials completed (1 reused)", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PlanFrom_FileWithoutSettingsOrOfAnotherKind_SaysSo()
    {
        WriteImages();
        var image = Path.Combine(_folder, "a.png");
        var jpeg = Path.Combine(_folder, "a.jpg");
        await File.WriteAllBytesAsync(jpeg, ImageWriter.Jpeg(new ImageReader().Read("a.png", await File.ReadAllBytesAsync(image, Cancellation))), Cancellation);
        var hostile = Path.Combine(_folder, "hostile.png");
        var png = await File.ReadAllBytesAsync(image, Cancellation);
        await File.WriteAllBytesAsync(hostile, PngText.With(png, SheetSettings.Keyword, "content: ../../etc/passwd\nstyle: [a\n"), Cancellation);
        var edited = Path.Combine(_folder, "edited.png");
        await File.WriteAllBytesAsync(edited, PngText.With(png, ImageSettings.Keyword, "{\"format\":1}"), Cancellation);

        await AssertRefusedAsync("carries no settings; allowed are sheet.png and image.png", "plan", "--from", image);
        await AssertRefusedAsync("is no PNG, which alone carries texts: it is Jpeg", "plan", "--from", jpeg);
        await AssertRefusedAsync("hostile.png:3:1: not YAML", "plan", "--from", hostile);
        await AssertRefusedAsync("its settings can't be read", "plan", "--from", edited);
        await AssertRefusedAsync("'plan' needs a manifest, or --from with a PNG", "plan");
        await AssertRefusedAsync("'plan' needs a manifest, or --from with a PNG", "plan", image, "--from", image);
        await AssertRefusedAsync("--write goes with --from", "plan", image, "--write", "x.json");
    }

    [Fact]
    public async Task PlanFrom_FileThatIsThere_IsNotOverwritten()
    {
        await RunSweepAsync();
        var there = Path.Combine(_folder, "tiny.yaml");
        var before = await File.ReadAllTextAsync(there, Cancellation);

        await AssertRefusedAsync("is there already", "plan", "--from", Path.Combine(Out, "results", "tiny", "sheet.png"), "--write", there);

        Assert.Equal(before, await File.ReadAllTextAsync(there, Cancellation));
    }

    private static async Task AssertRefusedAsync(string expected, params string[] arguments)
    {
        var (exitCode, _, error) = await NstAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private async Task RunSweepAsync()
    {
        WriteImages();
        var manifest = Path.Combine(_folder, "tiny.yaml");
        await File.WriteAllTextAsync(
            manifest,
            "content: a.png\nstyle: b.png\nparameters: {network: vgg19-mini, imageSize: 32, iterations: 2, contentLayers: relu2_1, styleLayers: relu1_1}\naxes: {styleWeight: [1, 100]}\nsnapshots: last\n",
            Cancellation);
        var (exitCode, _, error) = await NstAsync("run", manifest, "--out", Out, "--threads", "1");
        Assert.True(exitCode == 0, error);
    }

    private void WriteImages()
    {
        foreach (var (name, period) in ((string, int)[])[("a.png", 7), ("b.png", 4)])
        {
            float[] planes = [.. Enumerable.Range(0, 3 * 32 * 24).Select(i => i % period / (float)period)];
            File.WriteAllBytes(Path.Combine(_folder, name), ImageWriter.Png(new Picture(32, 24, planes)));
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> NstAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await NstCommandLine.RunAsync(arguments, new CommandContext(output, error, false, _ => null, TimeProvider.System));
        return (exitCode, output.ToString(), error.ToString());
    }
}

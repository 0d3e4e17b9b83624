using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralStyle.Infra.Tests.Containers;

/// <summary>What the container files promise, as far as it shows in their text: nothing is built here.</summary>
public partial class ContainerFileTests
{
    public static TheoryData<string> Files => new(Repository.Files("infra", "*.Dockerfile"));

    // Without a default a build that was given no pinned base is refused, rather than made from whatever a tag means that day.
    [Theory]
    [MemberData(nameof(Files))]
    public void Bases_ComeFromArgumentsWithoutDefaults(string name)
    {
        var file = ContainerFile.Read(name);

        Assert.All(file.Instructions.Where(one => one.Word == "FROM"), from => Assert.Matches(@"^\$\{(SDK|FUNCTIONS|RUNTIME)_IMAGE\} AS [a-z]+$", from.Text));
        Assert.Equal(
            ["SDK_IMAGE", "FUNCTIONS_IMAGE", "RUNTIME_IMAGE=runtime"],
            file.Instructions.TakeWhile(one => one.Word == "ARG").Select(one => one.Text));
        Assert.DoesNotContain("mcr.microsoft.com", Repository.Read(name), StringComparison.Ordinal);
        Assert.Contains(file.Stage("final").Instructions, one => one.Word == "LABEL" && one.Text.Contains("base.name=\"${FUNCTIONS_IMAGE}\"", StringComparison.Ordinal));
    }

    // hadolint is not to be had; what runs in a build is shell all the same.
    [Theory]
    [MemberData(nameof(Files))]
    public async Task Run_OfEveryStage_PassesShellcheck(string name)
    {
        foreach (var run in ContainerFile.Read(name).Instructions.Where(one => one.Word == "RUN"))
        {
            var path = Path.Combine(Path.GetTempPath(), $"run-{Guid.NewGuid():N}.sh");
            // Variables of the build are set by the file's ARG and ENV, not by the shell.
            await File.WriteAllTextAsync(path, $"#!/bin/sh\n{run.Text}\n", TestContext.Current.CancellationToken);
            try
            {
                var found = await Shell.RunAsync("shellcheck", ["--shell=sh", "--format=gcc", "--exclude=SC2154", path]);

                Assert.True(found.ExitCode == 0, $"{run.Text}: {found.Output}{found.Error}");
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Layers_OfTheRuntime_DependOnPackagesAndWeightsOnly(string name)
    {
        var file = ContainerFile.Read(name);
        var (natives, nativesSteps) = file.Stage("natives");
        var (_, runtime) = file.Stage("runtime");

        Assert.Equal("${SDK_IMAGE}", natives);
        Assert.Equal(
            ["global.json Directory.Build.props Directory.Build.targets Directory.Packages.props ./", "infra/natives/ infra/natives/"],
            nativesSteps.Where(one => one.Word == "COPY").Select(one => one.Text));
        Assert.Equal(
            ["--from=natives /natives/ /opt/neuralstyle/native/", "infra/weights/ /home/weights/"],
            runtime.Where(one => one.Word == "COPY").Select(one => one.Text));
        Assert.Contains(runtime, one => one.Word == "ENV" && one.Text.Contains("LD_LIBRARY_PATH=/opt/neuralstyle/native ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void App_IsTheLastLayer_AndCarriesNoLibtorch(string name)
    {
        var file = ContainerFile.Read(name);
        var (_, app) = file.Stage("app");
        var (from, final) = file.Stage("final");

        Assert.Equal("${RUNTIME_IMAGE}", from);
        Assert.Equal("--from=app /app/ /home/site/wwwroot/", Assert.Single(final, one => one.Word == "COPY").Text);
        Assert.All(app.Where(one => one.Word == "RUN" && one.Text.Contains("NeuralStyle.Functions", StringComparison.Ordinal)),
            one => Assert.Contains("-p:TorchBackend=none", one.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(final, one => one.Word == "RUN");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void User_AtTheEnd_IsNotRoot_AndPortIsAbove1024(string name)
    {
        var file = ContainerFile.Read(name);

        Assert.Equal(("USER", "${APP_UID}"), file.Instructions[^1]);
        Assert.Equal("8080", Assert.Single(file.Instructions, one => one.Word == "EXPOSE").Text);
        Assert.Contains(file.Instructions, one => one.Word == "ENV" && one.Text.Contains("ASPNETCORE_URLS=http://+:8080 ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_FetchesNothingByAddress_AndHoldsNoSecret(string name)
    {
        var file = ContainerFile.Read(name);

        Assert.DoesNotContain(file.Instructions, one => one.Word == "ADD");
        Assert.DoesNotMatch(@"\b(curl|wget|git clone)\b", string.Join('\n', file.Instructions.Select(one => one.Text)));
        Assert.DoesNotMatch(new Regex("password|secret=|token|_KEY", RegexOptions.IgnoreCase), string.Join('\n', file.Instructions.Select(one => one.Text)));
    }

    // The head of a file lists what each layer is expected to weigh; the label is what check-image.sh holds a built image against.
    [Theory]
    [InlineData("infra/gpu.Dockerfile", "cuda-linux")]
    [InlineData("infra/control.Dockerfile", "cpu")]
    public void Budget_IsALabelAboveTheSumOfTheLayersThatTheHeadLists_AndOfTheReadme(string name, string backend)
    {
        var label = ContainerFile.Read(name).Stage("final").Instructions.Single(one => one.Word == "LABEL").Text;
        var budget = int.Parse(BudgetLabel().Match(label).Groups[1].Value, CultureInfo.InvariantCulture);
        var layers = ListedLayer().Matches(Repository.Read(name));
        var sum = layers.Sum(layer => double.Parse(layer.Groups["most"].Value, CultureInfo.InvariantCulture) * (layer.Groups["unit"].Value == "GiB" ? 1024 : 1));

        Assert.Equal(["the Functions host", "fonts", "native files", "weights", "the app"], layers.Select(layer => layer.Groups["layer"].Value.TrimEnd()));
        Assert.InRange(budget, sum, sum * 1.1);
        Assert.Contains(budget.ToString(CultureInfo.InvariantCulture), Repository.Read("infra/README.md"), StringComparison.Ordinal);
        Assert.Contains($"-p:TorchBackend={backend} ", Repository.Read(name), StringComparison.Ordinal);
        Assert.Contains("org.opencontainers.image.revision=", label, StringComparison.Ordinal);
    }

    // What an image is made of: the app's packages, and those of libtorch, which the app is published without.
    [Theory]
    [InlineData("infra/gpu.Dockerfile", "cuda-linux")]
    [InlineData("infra/control.Dockerfile", "cpu")]
    public void Packages_OfTheAppAndOfTheNativeFiles_AreListed_WhereTheLabelSays(string name, string backend)
    {
        const string List = "package --include-transitive --no-restore --format json";
        var file = ContainerFile.Read(name);
        var label = file.Stage("final").Instructions.Single(one => one.Word == "LABEL").Text;

        Assert.Contains(
            file.Stage("natives").Instructions,
            one => one.Word == "RUN" && one.Text.Contains($" && TorchBackend={backend} dotnet list infra/natives/NeuralStyle.Natives.csproj {List} >/natives/packages.json && ", StringComparison.Ordinal));
        Assert.Contains(
            file.Stage("app").Instructions,
            one => one.Word == "RUN" && one.Text.EndsWith($" && TorchBackend=none dotnet list functions/NeuralStyle.Functions.csproj {List} >/app/packages.json", StringComparison.Ordinal));
        Assert.Contains("neuralstyle.sbom=\"/home/site/wwwroot/packages.json /opt/neuralstyle/native/packages.json\"", label, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Sources_OfEveryCopy_AreInTheContext(string name)
    {
        var allowed = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        var copied = ContainerFile.Read(name).Instructions.Where(one => one.Word == "COPY" && !one.Text.StartsWith("--from", StringComparison.Ordinal))
            .SelectMany(one => one.Text.Split(' ')[..^1]).Select(path => path.TrimEnd('/'));

        Assert.All(copied, path =>
        {
            Assert.True(Path.Exists(Repository.PathOf(path)), path);
            Assert.Contains(allowed, entry => path == entry || path.StartsWith($"{entry}/", StringComparison.Ordinal));
        });
    }

    [GeneratedRegex(@"^#   (?<layer>\S+( \S+)*) {2,}(none, or \d+ to )?(?<most>[\d.]+) (?<unit>[GM]iB)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ListedLayer();

    [GeneratedRegex(@"neuralstyle\.budget-mib=""(\d+)""")]
    private static partial Regex BudgetLabel();
}

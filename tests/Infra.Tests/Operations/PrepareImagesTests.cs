namespace NeuralStyle.Infra.Tests.Operations;

/// <summary>The hook that pins the bases and builds what lies below the app, with stand-ins of az, azd and curl.</summary>
public sealed class PrepareImagesTests : IDisposable
{
    private const string Hook = "infra/hooks/prepare-images.sh";
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Pinned = $"mcr.microsoft.com/dotnet/sdk:10.0@{Digest}";

    private readonly FakeProgram _programs = new();

    public void Dispose() => _programs.Dispose();

    [Fact]
    public async Task Hook_NothingIsPinned_GivesAzdTheDigestsOfBases_BuildsTheRuntimes_AndNamesThemByDigest()
    {
        await AddAsync(built: false);

        var run = await RunAsync();

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains($"env set NEURALSTYLE_SDK_IMAGE {Pinned}", _programs.Calls);
        Assert.Contains($"env set NEURALSTYLE_FUNCTIONS_IMAGE mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0@{Digest}", _programs.Calls);
        Assert.Contains($"env set NEURALSTYLE_GPU_RUNTIME cr.azurecr.io/runtime-gpu@{Digest}", _programs.Calls);
        Assert.Contains($"env set NEURALSTYLE_CONTROL_RUNTIME cr.azurecr.io/runtime-control@{Digest}", _programs.Calls);
        Assert.All(
            new[] { "infra/gpu.Dockerfile --target runtime --image runtime-gpu:", "infra/control.Dockerfile --target runtime --image runtime-control:" },
            piece => Assert.Single(_programs.Calls, call => call.StartsWith("acr build --registry cr --file ", StringComparison.Ordinal)
                && call.Contains(piece, StringComparison.Ordinal) && call.Contains($"--build-arg SDK_IMAGE={Pinned} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Hook_RuntimesAreBuiltAndBasesArePinned_BuildsNothingAndAsksForNoDigest()
    {
        await AddAsync(built: true);

        var run = await RunAsync(Pinned);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.DoesNotContain(_programs.Calls, call => call.StartsWith("acr build", StringComparison.Ordinal) || call.Contains("manifests", StringComparison.Ordinal)
            || call.Contains("env set NEURALSTYLE_SDK_IMAGE", StringComparison.Ordinal));
        Assert.Contains($"env set NEURALSTYLE_GPU_RUNTIME cr.azurecr.io/runtime-gpu@{Digest}", _programs.Calls);
    }

    [Fact]
    public async Task Hook_OtherBase_IsAnotherRuntime()
    {
        await AddAsync(built: true);
        await RunAsync(Pinned);
        await RunAsync(Pinned.Replace("0123", "4567", StringComparison.Ordinal));

        Assert.Equal(4, _programs.Calls.Where(call => call.StartsWith("acr repository show", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public async Task Hook_BaseByTag_IsRefused()
    {
        await AddAsync(built: true);

        var run = await RunAsync("mcr.microsoft.com/dotnet/sdk:10.0");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("NEURALSTYLE_SDK_IMAGE is 'mcr.microsoft.com/dotnet/sdk:10.0', which is not pinned", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_programs.Calls, call => call.StartsWith("acr", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hook_RegistryOfBasesIsSilent_SaysSo()
    {
        await AddAsync(built: true);
        await _programs.AddAsync("curl", "exit 22");

        var run = await RunAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("mcr.microsoft.com does not answer for dotnet/sdk:10.0", run.Error, StringComparison.Ordinal);
    }

    private async Task AddAsync(bool built)
    {
        await _programs.AddAsync("azd", "exit 0");
        await _programs.AddAsync("curl", $"""printf 'HTTP/1.1 200 OK\r\nDocker-Content-Digest: {Digest}\r\n\r\n'""");
        await _programs.AddAsync("az", $"""
            case "$*" in
              "acr repository show"*)
                image=$(sed 's/.*--image \([a-z-]*\):.*/\1/' <<<"$*")
                [ {(built ? "yes" : "no")} = yes ] || grep -q "acr build .*$image:" '{_programs.CallsFile}' || exit 3
                echo {Digest} ;;
            esac
            """);
    }

    private Task<ShellResult> RunAsync(string pinned = "") => Shell.RunAsync(Repository.PathOf(Hook), [], new Dictionary<string, string>(_programs.Environment)
    {
        ["AZURE_CONTAINER_REGISTRY_NAME"] = "cr",
        ["AZURE_CONTAINER_REGISTRY_ENDPOINT"] = "cr.azurecr.io",
        ["NEURALSTYLE_SDK_IMAGE"] = pinned,
        ["NEURALSTYLE_FUNCTIONS_IMAGE"] = pinned,
    });
}

namespace NeuralStyle.Infra.Tests.Operations;

/// <summary>What eng/setup.sh keeps of where packages come from, in a copy of the repository's files that say so, with stand-ins of what it installs.</summary>
public sealed class SetupTests : IDisposable
{
    private readonly FakeProgram _programs = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("setup-tests-").FullName;

    public SetupTests()
    {
        foreach (var file in new[] { "eng/setup.sh", "eng/package-lock.json", "Directory.Build.props", "Directory.Packages.props" })
            Copy(file);
        Write("eng/node_modules/.package-lock.json", "{}");
        Write("offline/TorchSharp/native/build/CMakeCache.txt", "");
        Write("any.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
    }

    public void Dispose()
    {
        _programs.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("offline", null)]
    [InlineData("", """<Project><PropertyGroup><PackageSource>offline</PackageSource></PropertyGroup></Project>""")]
    public async Task Setup_SourceThatIsForcedOrWasKept_IsForBuildsThatNameNone_AndGivesWayToThoseThatDo(string forced, string? kept)
    {
        if (kept is not null)
            Write("PackageSource.props", kept);

        await SetUpAsync(forced);

        Assert.Equal("offline", await SourceOfABuildAsync(""));
        Assert.Equal("nuget", await SourceOfABuildAsync("nuget"));
    }

    [Fact]
    public async Task Setup_Again_LeavesWhatItKept()
    {
        await SetUpAsync("offline");
        var before = File.GetLastWriteTimeUtc(Path.Combine(_folder, "PackageSource.props"));

        await SetUpAsync("");

        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(_folder, "PackageSource.props")));
        Assert.DoesNotContain(_programs.Calls, call => call.StartsWith("restore ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Setup_NothingIsSaidOrKept_TriesOnce()
    {
        await _programs.AddAsync("dotnet", "exit 1");

        await SetUpAsync("");
        await SetUpAsync("");

        Assert.Single(_programs.Calls, call => call.StartsWith("restore ", StringComparison.Ordinal));
        Assert.Contains("== ''\">offline</PackageSource>", await File.ReadAllTextAsync(Path.Combine(_folder, "PackageSource.props"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setup_UnknownSource_IsRefused_AndNotKept()
    {
        var run = await RunAsync("debian");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("PackageSource is 'debian'; allowed are nuget and offline", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "PackageSource.props")));
    }

    private async Task SetUpAsync(string source)
    {
        var run = await RunAsync(source);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("PackageSource=offline", run.Output, StringComparison.Ordinal);
    }

    private async Task<ShellResult> RunAsync(string source)
    {
        await _programs.AddAsync("dpkg-query", "echo 'install ok installed'");
        await _programs.AddAsync("npm", "exit 1");
        await _programs.AddAsync("cmake", "exit 0");
        return await Shell.RunAsync(Path.Combine(_folder, "eng/setup.sh"), [], new Dictionary<string, string>(_programs.Environment) { ["PackageSource"] = source });
    }

    // As MSBuild takes it: a property of the environment stands until a file sets it.
    private async Task<string> SourceOfABuildAsync(string environment)
    {
        var build = await Shell.RunAsync(
            "dotnet", ["msbuild", Path.Combine(_folder, "any.csproj"), "-getProperty:PackageSource", "-nodeReuse:false"], new Dictionary<string, string> { ["PackageSource"] = environment });

        Assert.True(build.ExitCode == 0, build.Output + build.Error);
        return build.Output.Trim();
    }

    private void Copy(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!);
        File.Copy(Repository.PathOf(file), Path.Combine(_folder, file));
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!);
        File.WriteAllText(Path.Combine(_folder, file), text);
    }
}

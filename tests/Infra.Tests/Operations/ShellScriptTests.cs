namespace NeuralStyle.Infra.Tests.Operations;

public class ShellScriptTests
{
    public static TheoryData<string> Scripts => new([.. Repository.Files("eng", "*.sh"), .. Repository.Files("infra", "*.sh"), ".ci/run"]);

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Script_PassesShellcheck(string script)
    {
        var checkedScript = await Shell.RunAsync("shellcheck", ["--format=gcc", "--external-sources", Repository.PathOf(script)]);

        Assert.True(checkedScript.ExitCode == 0, checkedScript.Output + checkedScript.Error);
    }

    [Fact]
    public async Task Shellcheck_BadScript_IsFound()
    {
        var path = Path.Combine(Path.GetTempPath(), $"bad-{Guid.NewGuid():N}.sh");
        await File.WriteAllTextAsync(path, "#!/bin/bash\nrm -rf $1/*\n", TestContext.Current.CancellationToken);
        try
        {
            Assert.NotEqual(0, (await Shell.RunAsync("shellcheck", [path])).ExitCode);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

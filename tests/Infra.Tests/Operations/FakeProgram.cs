namespace NeuralStyle.Infra.Tests.Operations;

/// <summary>A folder with programs that stand in for az, azd and docker, and a file in which they write down how they were called.</summary>
internal sealed class FakeProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-tests-").FullName;

    public string CallsFile => Path.Combine(_folder, "calls");

    public IReadOnlyList<string> Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    /// <summary>The environment in which the programs are found first.</summary>
    public Dictionary<string, string> Environment => new() { ["PATH"] = $"{_folder}:{System.Environment.GetEnvironmentVariable("PATH")}" };

    /// <summary>Adds a program: a script of bash that runs after its call was written down.</summary>
    public async Task AddAsync(string name, string script)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, $"#!/usr/bin/env bash\nprintf '%s\\n' \"$*\" >>'{CallsFile}'\n{script}\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Shell.RunAsync("chmod", ["+x", path])).ExitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

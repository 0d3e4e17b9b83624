namespace NeuralStyle.Infra.Tests.Operations;

/// <summary>What eng/audit.sh says of known vulnerabilities, with stand-ins of dotnet and npm: none, some, or that it can't tell.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Vulnerable = "   > Some.Package   1.0.0   High";
    private const string NpmClean = """{"metadata":{"vulnerabilities":{"total":0}}}""";

    private readonly FakeProgram _programs = new();

    public void Dispose() => _programs.Dispose();

    [Theory]
    [InlineData("", "", NpmClean, 0, "audit: no known vulnerability")]
    [InlineData(Vulnerable, "", NpmClean, 1, "Some.Package")]
    [InlineData("", Vulnerable, NpmClean, 1, "Some.Package")]
    [InlineData("", "", """{"metadata":{"vulnerabilities":{"total":2}}}""", 1, "")]
    [InlineData("", "", """{"message":"405 Method Not Allowed"}""", 2, "audit: npm packages: the registry has no data")]
    [InlineData("unrestorable", "", NpmClean, 2, "audit: the product and its tests: the packages can't be restored")]
    [InlineData("unrestorable", Vulnerable, NpmClean, 1, "Some.Package")]
    public async Task Audit_Answers_TellNoneSomeOrUnknown(string product, string natives, string npm, int exitCode, string text)
    {
        await _programs.AddAsync("dotnet", $"""
            case "$*" in
              *control.csproj*) ;;
              *) [ "$PackageSource" = nuget ] || echo 'AUDIT OF STAND-INS' >>'{_programs.CallsFile}' ;;
            esac
            case "$*" in
              restore*NeuralStyle.sln*) [ '{product}' != unrestorable ] ;;
              list*control.csproj*) echo '   > Newtonsoft.Json   12.0.1' ;;
              list*NeuralStyle.sln*) echo '{product}' ;;
              list*Natives*) [ "$TorchBackend" != cuda-linux ] || echo '{natives}' ;;
            esac
            """);
        await _programs.AddAsync("npm", $"echo '{npm}'");

        var run = await Shell.RunAsync(Repository.PathOf("eng/audit.sh"), [], _programs.Environment);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(text, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Equal(2, _programs.Calls.Count(call => call.StartsWith("restore infra/natives/", StringComparison.Ordinal)));
        Assert.DoesNotContain("AUDIT OF STAND-INS", _programs.Calls);
    }

    [Fact]
    public async Task Audit_SourceWithoutData_CannotTell()
    {
        await _programs.AddAsync("dotnet", "exit 0");

        var run = await Shell.RunAsync(Repository.PathOf("eng/audit.sh"), [], _programs.Environment);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("have no data on vulnerabilities", run.Error, StringComparison.Ordinal);
    }
}

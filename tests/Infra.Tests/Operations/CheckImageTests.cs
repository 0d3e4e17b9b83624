namespace NeuralStyle.Infra.Tests.Operations;

/// <summary>The check of a built image, with a stand-in of docker that tells of images which break one promise each.</summary>
public sealed class CheckImageTests : IDisposable
{
    private const string Lists = "/home/site/wwwroot/packages.json /opt/neuralstyle/native/packages.json";

    private readonly FakeProgram _docker = new();

    public void Dispose() => _docker.Dispose();

    [Theory]
    [InlineData("100", "1654", "8080/tcp ", Lists, 0, "99 MiB, of 100 at most")]
    [InlineData("98", "1654", "8080/tcp ", Lists, 1, "BROKEN: 99 MiB, of 98 at most")]
    [InlineData("100", "", "8080/tcp ", Lists, 1, "BROKEN: runs as user ''")]
    [InlineData("100", "root", "8080/tcp ", Lists, 1, "BROKEN: runs as user 'root'")]
    [InlineData("100", "0:0", "8080/tcp ", Lists, 1, "BROKEN: runs as user '0:0'")]
    [InlineData("100", "1654", "80/tcp ", Lists, 1, "BROKEN: listens on '80/tcp '")]
    [InlineData("100", "1654", "8080/tcp ", "", 1, "BROKEN: names its lists of packages, the app's and the native files': ''")]
    [InlineData("100", "1654", "8080/tcp ", "/home/site/wwwroot/packages.json", 1, "BROKEN: names its lists of packages")]
    [InlineData("100", "1654", "8080/tcp ", "/opt/neuralstyle/native/packages.json", 1, "BROKEN: names its lists of packages")]
    [InlineData("", "1654", "8080/tcp ", Lists, 1, "no label neuralstyle.budget-mib")]
    public async Task Check_Image_TellsWhichPromiseIsBroken(string budget, string user, string ports, string packages, int exitCode, string text)
    {
        await _docker.AddAsync("docker", $"""
            case "$*" in
              *Size*) echo {99 * 1048576} ;;
              *budget*) echo '{budget}' ;;
              *sbom*) echo '{packages}' ;;
              *User*) echo '{user}' ;;
              *ExposedPorts*) echo '{ports}' ;;
            esac
            """);

        var run = await Shell.RunAsync(Repository.PathOf("infra/check-image.sh"), ["neuralstyle-gpu"], _docker.Environment);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(text, run.Output + run.Error, StringComparison.Ordinal);
        Assert.All(_docker.Calls, call => Assert.EndsWith(" neuralstyle-gpu", call, StringComparison.Ordinal));
    }
}

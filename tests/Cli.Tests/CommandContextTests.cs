using Azure.Identity;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Cli.Tests;

public class CommandContextTests
{
    private const string Connection = "DefaultEndpointsProtocol=https;AccountName=byconnection;AccountKey=bm9uZQ==;EndpointSuffix=core.windows.net";

    [Theory]
    [InlineData(null, null, "devstoreaccount1")]
    [InlineData("", "", "devstoreaccount1")]
    [InlineData(Connection, null, "byconnection")]
    [InlineData(null, "byname", "byname")]
    [InlineData(Connection, "byname", "byconnection")]
    public void OpenStorage_Variables_SayWhichAccount(string? connection, string? account, string expected)
    {
        var storage = Context(TextWriter.Null, connection, account).OpenStorage();

        Assert.Equal(expected, storage.Blobs.AccountName);
        Assert.Equal(expected, storage.Queues.AccountName);
    }

    [Fact]
    public async Task Command_NobodyIsSignedIn_SaysSo_WithTheExitCodeOfStorage()
    {
        using var error = new StringWriter();

        var exitCode = await CommandGuard.RunAsync(
            Context(error, null, "byname"), () => StorageCall.RunAsync<int>(
                "reading", () => throw new CredentialUnavailableException("No credential was found.\nMuch more."), TestContext.Current.CancellationToken));

        Assert.Equal(ExitCode.StorageOutOfReach, exitCode);
        Assert.Equal("nst: nobody is signed in who may use this storage account; 'az login' does that: No credential was found.", error.ToString().Trim());
    }

    private static CommandContext Context(TextWriter error, string? connection, string? account) => new(
        TextWriter.Null,
        error,
        false,
        name => name switch { "AzureWebJobsStorage" => connection, "AzureWebJobsStorage__accountName" => account, _ => null },
        TimeProvider.System);
}

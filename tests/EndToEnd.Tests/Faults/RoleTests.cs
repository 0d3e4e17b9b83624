using System.Net;
using System.Text.RegularExpressions;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests.Faults;

/// <summary>Which functions a process serves, and what it says of its health.</summary>
[Collection("Workers")]
public sealed partial class RoleTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData("AzureWebJobs.RunTrails.Disabled", "true", "names no function; there are CheckHealth, ComposeSheet,")]
    [InlineData("AzureWebJobs_RunTrial_Disabled", "on", "is 'on'; allowed are true, 1, false and 0")]
    [InlineData("AzureWebJobs__RunTrial__Disabled", "true", "double underscores")]
    public async Task Serve_SettingThatSwitchesNothingOff_IsRefused(string name, string value, string said)
    {
        var (exitCode, log) = await NstProcess.RunAsync(azurite.Require(), [(name, value)], "serve");

        Assert.Equal(2, exitCode);
        Assert.Contains(said, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_DeviceThatIsNotHere_EndsBeforeItTakesAMessage()
    {
        var (exitCode, log) = await NstProcess.RunAsync(azurite.Require(), "serve", "--role", "worker", "--device", "cuda:7");

        Assert.Equal(2, exitCode);
        Assert.Contains("Device 'cuda:7' is not here", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_Worker_LeavesTheRestToOthersAndAnswersItsProbe()
    {
        await using var worker = NstProcess.Start(azurite.Require(), "serve", "--role", "worker", "--port", "0");
        await Until.TrueAsync(() => worker.Output.Contains("Left to other processes", StringComparison.Ordinal));
        var address = Address().Match(worker.Output).Groups[1].Value;
        using var client = new HttpClient();

        using var health = await client.GetAsync(new Uri($"{address}/health?ready=true"), TestContext.Current.CancellationToken);
        using var other = await client.GetAsync(new Uri($"{address}/sweeps/any"), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (health.StatusCode, other.StatusCode));
        var answer = await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"healthy\": true", answer, StringComparison.Ordinal);
        Assert.Contains("\"storage\": true", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("RunTrial", LeftToOthers().Match(worker.Output).Groups[1].Value.Split(", "));
    }

    [GeneratedRegex("HTTP functions at (http[^ ,]+)")]
    private static partial Regex Address();

    [GeneratedRegex("Left to other processes: (.*)")]
    private static partial Regex LeftToOthers();
}

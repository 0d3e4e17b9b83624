using Microsoft.Extensions.Configuration;
using NeuralStyle.Functions.Settings;

namespace NeuralStyle.Functions.Tests.Settings;

public sealed class HostQueuesTests
{
    private const string One = """{"version": "2.0", "extensions": {"queues": {"batchSize": 1}}}""";

    [Theory]
    [InlineData(1, One, null)]
    [InlineData(4, One, "4")]
    [InlineData(16, """{"version": "2.0"}""", null)]
    public void Require_HostTakesSoManyMessages_IsRight(int batch, string hostJson, string? setting)
    {
        Require(batch, hostJson, setting);
    }

    [Theory]
    [InlineData(2, One, null, 1)]
    [InlineData(8, One, "4", 4)]
    [InlineData(17, """{"version": "2.0"}""", null, 16)]
    public void Require_BatchThatWouldNeverFill_SaysWhatToSet(int batch, string hostJson, string? setting, int takes)
    {
        var exception = Assert.Throws<SettingsException>(() => Require(batch, hostJson, setting));

        Assert.Equal(
            $"Processor__Batch is {batch}, but the host takes {takes} messages at once; "
            + $"set AzureFunctionsJobHost__extensions__queues__batchSize to {batch}, or the batch to {takes}.",
            Assert.Single(exception.Problems));
    }

    [Theory]
    [InlineData("eight")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("33")]
    [InlineData("99999999999")]
    [InlineData(" ")]
    public void Require_SettingThatTheHostDoesNotTake_SaysWhatIsAllowed(string setting)
    {
        var exception = Assert.Throws<SettingsException>(() => Require(1, One, setting));

        Assert.Equal(
            $"AzureFunctionsJobHost__extensions__queues__batchSize is '{setting}'; allowed: 1 to 32.", Assert.Single(exception.Problems));
    }

    // Told to set the host's number to the batch, one would have a host that does not start.
    [Fact]
    public void Require_BatchThatNoHostTakes_SaysTheMostThatItDoes()
    {
        var exception = Assert.Throws<SettingsException>(() => Require(33, One, "33"));

        Assert.Equal("Processor__Batch is 33, but the Functions host takes 32 messages at once at most; set it to 32 or less.", Assert.Single(exception.Problems));
        Require(32, One, "32");
    }

    [Fact]
    public void Require_TheAppsOwnHostJson_FitsItsDefaults()
    {
        Require(new ProcessorSettings().Batch, Repository.Read("host.json"), null);
    }

    private static void Require(int batch, string hostJson, string? setting) => HostQueues.Require(
        new ProcessorSettings { Batch = batch },
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(HostQueues.Setting, setting)]).Build(),
        hostJson);
}

using System.Globalization;
using Microsoft.Extensions.Configuration;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Infra.Tests.Bicep;

namespace NeuralStyle.Infra.Tests.Deployment;

/// <summary>The number of trials that a worker takes as one batch, from the installation's parameter to the check with which both apps start.</summary>
public class BatchTests(InfraBicep bicep)
{
    private const string Size = "AzureFunctionsJobHost__extensions__queues__batchSize";

    [Theory]
    [InlineData("infra/control.bicep")]
    [InlineData("infra/worker.bicep")]
    public void App_EveryBatchThatMainAllows_Starts(string file)
    {
        var bounds = bicep["infra/main.bicep"].Parameters.Single(parameter => parameter.Name == "gpuBatch").Decorators;
        var (least, most) = (Number(bounds["minValue"][0]), Number(bounds["maxValue"][0]));
        var settings = AppSettings.Of(file);
        for (var batch = least; batch <= most; batch++)
        {
            var text = batch.ToString(CultureInfo.InvariantCulture);
            var size = AppSettings.ValueOf(settings[Size], ("batch", text));
            var engine = settings.TryGetValue("Processor__Batch", out var expression) ? Number(AppSettings.ValueOf(expression, ("batch", text))) : new ProcessorSettings().Batch;

            Assert.InRange(Number(size), 1, HostQueues.HostMost);
            HostQueues.Require(
                new ProcessorSettings { Batch = engine },
                new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(HostQueues.Setting, (string?)size)]).Build(),
                Repository.Read("host.json"));
        }

        Assert.Equal((1, HostQueues.HostMost), (least, most));
    }

    [Fact]
    public void Worker_HostEngineAndScaler_TakeTheSameNumber()
    {
        var worker = AppSettings.Of("infra/worker.bicep");

        Assert.Equal(("batch", "batch"), (worker[Size], worker["Processor__Batch"]));
        Assert.Contains("\n    queueLength: batch\n", Repository.Read("infra/worker.bicep"), StringComparison.Ordinal);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

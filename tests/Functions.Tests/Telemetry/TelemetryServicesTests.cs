using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Plan.Sweeps;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NeuralStyle.Functions.Tests.Telemetry;

public class TelemetryServicesTests
{
    // What reaches an exporter, not whether anybody listens: tests beside this one do.
    [Fact]
    public async Task AddTelemetryCollection_HostHasStarted_SpansAndMeasuresReachTheExporter()
    {
        var spans = new Spans();
        var measures = new Measures();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTelemetryCollection()
            .WithTracing(tracing => tracing.AddProcessor(spans))
            .WithMetrics(metrics => metrics.AddReader(new BaseExportingMetricReader(measures)));
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        using var telemetry = new ProcessorTelemetry("cpu", _ => throw new InvalidOperationException("Nobody asks for a CPU's memory."));

        using (telemetry.Begin("compose the collected sheet", ActivityKind.Internal, null))
            telemetry.SweepEnded(SweepState.Completed);

        Assert.True(host.Services.GetRequiredService<MeterProvider>().ForceFlush());
        Assert.Contains("compose the collected sheet", spans.Seen);
        Assert.Contains("neuralstyle.sweeps", measures.Seen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void AddOpenTelemetryExport_NobodyToSendTo_CollectsNothing(string? connection)
    {
        var services = new ServiceCollection();

        services.AddOpenTelemetryExport(Configuration(connection));

        Assert.Empty(services);
    }

    [Fact]
    public void AddOpenTelemetryExport_Connection_Collects()
    {
        var services = new ServiceCollection();

        var thrown = Record.Exception(() => services.AddOpenTelemetryExport(
            Configuration("InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://telemetry.invalid/")));

        // The stand-in of the exporter says that it sends nothing, after what is collected was said.
        Assert.True(thrown is null or PlatformNotSupportedException, thrown?.ToString());
        Assert.Contains(services, service => service.ServiceType == typeof(IHostedService));
    }

    [Fact]
    public void Program_OfTheApps_SendsWhatIsCollected() =>
        Assert.Contains("    .AddOpenTelemetryExport(builder.Configuration)\n", Repository.Read("functions/Program.cs"), StringComparison.Ordinal);

    private static IConfiguration Configuration(string? connection) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(TelemetryServices.ConnectionSetting, connection)]).Build();

    private sealed class Spans : BaseProcessor<Activity>
    {
        private readonly ConcurrentQueue<string> _seen = new();

        public IReadOnlyCollection<string> Seen => _seen;

        public override void OnEnd(Activity data) => _seen.Enqueue(data.OperationName);
    }

    private sealed class Measures : BaseExporter<Metric>
    {
        private readonly ConcurrentQueue<string> _seen = new();

        public IReadOnlyCollection<string> Seen => _seen;

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
                _seen.Enqueue(metric.Name);
            return ExportResult.Success;
        }
    }
}

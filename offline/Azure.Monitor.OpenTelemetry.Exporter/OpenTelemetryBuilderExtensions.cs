#nullable enable

using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public static class OpenTelemetryBuilderExtensions
{
    public static IOpenTelemetryBuilder UseAzureMonitorExporter(this IOpenTelemetryBuilder builder) =>
        builder.UseAzureMonitorExporter(_ => { });

    /// <summary>There is nothing here that could send to Azure.</summary>
    public static IOpenTelemetryBuilder UseAzureMonitorExporter(
        this IOpenTelemetryBuilder builder, Action<AzureMonitorExporterOptions> configureAzureMonitor) =>
        throw new PlatformNotSupportedException(
            "This build uses the stand-in of the Azure Monitor exporter (PackageSource=offline), which sends nothing. "
            + "Leave APPLICATIONINSIGHTS_CONNECTION_STRING unset, or build with PackageSource=nuget.");
}

#nullable enable

using Azure.Core;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public class AzureMonitorExporterOptions
{
    public string? ConnectionString { get; set; }

    public TokenCredential? Credential { get; set; }
}

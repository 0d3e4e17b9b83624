#nullable enable

using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

public static class ConfigureFunctionsOpenTelemetry
{
    /// <summary>Tells the host that the worker sends its telemetry itself.</summary>
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<WorkerOptions>(options => options.Capabilities["WorkerOpenTelemetryEnabled"] = bool.TrueString);
        return builder;
    }
}

using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace NeuralStyle.Functions.Telemetry;

/// <summary>Has the app's spans, measures and logs collected by OpenTelemetry and sent to Application Insights.</summary>
public static class TelemetryServices
{
    /// <summary>The setting that says where to; without it nothing is collected.</summary>
    public const string ConnectionSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>The setting that says who sends it: <c>Authorization=AAD;ClientId={id}</c>, as the Functions host reads it.</summary>
    public const string AuthenticationSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Collects what the app measures, if the settings say where to.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The app's settings.</param>
    public static IServiceCollection AddOpenTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var connection = configuration[ConnectionSetting];
        if (string.IsNullOrWhiteSpace(connection))
            return services;
        var credential = Credential(configuration[AuthenticationSetting]);
        services.AddTelemetryCollection().UseAzureMonitorExporter(options => (options.ConnectionString, options.Credential) = (connection, credential));
        return services;
    }

    /// <summary>Collects the app's spans and measures, from the start of the host on, for whatever exporter is added to what it returns.</summary>
    /// <param name="services">The services.</param>
    public static IOpenTelemetryBuilder AddTelemetryCollection(this IServiceCollection services) => services.AddOpenTelemetry()
        .UseFunctionsWorkerDefaults()
        .WithTracing(tracing => tracing.AddSource(ProcessorTelemetry.Name))
        .WithMetrics(metrics => metrics.AddMeter(ProcessorTelemetry.Name));

    /// <summary>The identity that an authentication setting names; null where it names none, and knowing the connection is enough.</summary>
    public static TokenCredential? Credential(string? authentication)
    {
        var parts = (authentication ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        if (!string.Equals(parts.GetValueOrDefault("Authorization"), "AAD", StringComparison.OrdinalIgnoreCase))
            return null;
        return new ManagedIdentityCredential(parts.TryGetValue("ClientId", out var clientId)
            ? ManagedIdentityId.FromUserAssignedClientId(clientId)
            : ManagedIdentityId.SystemAssigned);
    }
}

#nullable enable

using Microsoft.Extensions.DependencyInjection;

namespace OpenTelemetry;

/// <summary>What traces and metrics are collected, and where they go; the published extensions of the interface configure it.</summary>
public sealed class OpenTelemetryBuilder : IOpenTelemetryBuilder
{
    internal OpenTelemetryBuilder(IServiceCollection services) => Services = services;

    public IServiceCollection Services { get; }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Cli.Serve;

/// <summary>What <c>nst serve</c> serves, and how.</summary>
public sealed record ServeOptions
{
    /// <summary>The storage account.</summary>
    public required StorageConnection Storage { get; init; }

    /// <summary>The app's settings.</summary>
    public ProcessorSettings Settings { get; init; } = new();

    /// <summary>Takes the log.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>The port of 127.0.0.1 on which the HTTP functions answer, 0 for one that is free; null where they don't.</summary>
    public int? Port { get; init; }

    /// <summary>Is told where the HTTP functions answer, before <see cref="OnReady"/>.</summary>
    public Action<Uri>? OnListening { get; init; }

    /// <summary>Is called once, when the host has begun to look for manifests and messages.</summary>
    public Action? OnReady { get; init; }

    /// <summary>How long a message of a function that failed stays out of sight before it is tried again.</summary>
    public TimeSpan WaitAfterFailure { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A file that takes spans and measures, one line each; null for none.</summary>
    public string? TelemetryPath { get; init; }

    /// <summary>Functions that this process leaves to others: their queues are not looked at, their activities not run.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = new HashSet<string>();

    /// <summary>Changes the services, e.g. to put another engine in.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }
}

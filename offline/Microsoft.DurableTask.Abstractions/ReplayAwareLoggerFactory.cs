#nullable enable

using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>Wraps every logger of the host's factory, which it does not own.</summary>
internal sealed class ReplayAwareLoggerFactory(TaskOrchestrationContext context, Func<ILoggerFactory> factory) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new ReplayAwareLogger(context, factory().CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("A replay-safe logger factory takes no providers; add them to the host's own factory.");

    public void Dispose()
    {
    }
}

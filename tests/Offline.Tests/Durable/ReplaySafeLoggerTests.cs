using Microsoft.Extensions.Logging;

namespace NeuralStyle.Offline.Tests.Durable;

public sealed class ReplaySafeLoggerTests : IDisposable
{
    private readonly LineLoggerProvider _lines = new();
    private readonly LoggerFactory _loggers;
    private readonly RecordingContext _context;

    public ReplaySafeLoggerTests()
    {
        _loggers = new LoggerFactory([_lines]);
        _context = new RecordingContext(_loggers);
    }

    [Fact]
    public void CreateReplaySafeLogger_WhileReplaying_WritesNothing()
    {
        var logger = _context.CreateReplaySafeLogger("category");

        _context.Replaying = true;
        Write(logger, "again");
        _context.Replaying = false;
        Write(logger, "new");

        Assert.Equal(["category: new"], _lines.Lines);
    }

    [Fact]
    public void ReplaySafeLoggerFactory_WhileReplaying_WritesNothing()
    {
        var logger = _context.ReplaySafeLoggerFactory.CreateLogger("factory");

        _context.Replaying = true;
        Write(logger, "again");
        _context.Replaying = false;
        Write(logger, "new");

        Assert.Equal(["factory: new"], _lines.Lines);
    }

    public void Dispose() => _loggers.Dispose();

    private static void Write(ILogger logger, string line) => logger.Log(LogLevel.Information, default, line, null, (text, _) => text);

    private sealed class LineLoggerProvider : ILoggerProvider
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName, Lines);

        public void Dispose()
        {
        }
    }

    private sealed class LineLogger(string category, List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{category}: {formatter(state, exception)}");
    }
}

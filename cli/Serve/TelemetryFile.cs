using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralStyle.Functions.Telemetry;

namespace NeuralStyle.Cli.Serve;

/// <summary>
/// Writes the app's spans and measures to a file, one JSON object a line: what Application Insights gets in Azure, for a machine without it.
/// </summary>
internal sealed class TelemetryFile : IDisposable
{
    private static readonly JsonSerializerOptions Lines = new() { WriteIndented = false };

    // What isn't told but asked for, such as the memory of a GPU.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly StreamWriter _writer;
    private readonly ActivityListener _spans;
    private readonly MeterListener _measures = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _looking;
    private bool _isOver;

    /// <param name="path">The file; what it holds stays.</param>
    /// <param name="clock">Dates the measures.</param>
    /// <exception cref="UsageException">It can't be written.</exception>
    public TelemetryFile(string path, TimeProvider clock)
    {
        _clock = clock;
        _writer = Open(path);
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ProcessorTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Write,
        };
        ActivitySource.AddActivityListener(_spans);
        _measures.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ProcessorTelemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _measures.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Write(instrument, JsonValue.Create(value), tags));
        _measures.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Write(instrument, JsonValue.Create(value), tags));
        _measures.Start();
        _looking = clock.CreateTimer(_ => _measures.RecordObservableInstruments(), null, LookEvery, LookEvery);
    }

    public void Dispose()
    {
        _looking.Dispose();
        _measures.RecordObservableInstruments();
        _measures.Dispose();
        _spans.Dispose();
        lock (_gate)
        {
            _isOver = true;
            _writer.Dispose();
        }
    }

    private static StreamWriter Open(string path)
    {
        try
        {
            return new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--telemetry '{path}' could not be written: {exception.Message}");
        }
    }

    private void Write(Activity span)
    {
        var line = new JsonObject
        {
            ["span"] = span.OperationName,
            ["at"] = span.StartTimeUtc.ToString("O", CultureInfo.InvariantCulture),
            ["seconds"] = span.Duration.TotalSeconds,
            ["trace"] = span.TraceId.ToHexString(),
            ["id"] = span.SpanId.ToHexString(),
            ["parent"] = span.ParentSpanId == default ? null : span.ParentSpanId.ToHexString(),
            ["kind"] = span.Kind.ToString(),
        };
        if (span.Status == ActivityStatusCode.Error)
            line["error"] = span.StatusDescription ?? string.Empty;
        foreach (var (key, value) in span.TagObjects)
            line[key] = Convert.ToString(value, CultureInfo.InvariantCulture);
        Write(line);
    }

    private void Write(Instrument instrument, JsonValue value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = new JsonObject
        {
            ["measure"] = instrument.Name,
            ["at"] = _clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["value"] = value,
            ["unit"] = instrument.Unit,
        };
        foreach (var (key, tag) in tags)
            line[key] = Convert.ToString(tag, CultureInfo.InvariantCulture);
        Write(line);
    }

    private void Write(JsonObject line)
    {
        var text = line.ToJsonString(Lines);
        lock (_gate)
        {
            // The timer's last look may still be under way.
            if (!_isOver)
                _writer.WriteLine(text);
        }
    }
}

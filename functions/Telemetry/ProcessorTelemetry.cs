using System.Diagnostics;
using System.Diagnostics.Metrics;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Telemetry;

/// <summary>
/// The app's own spans and measures, beside those of the Functions host. Nothing is collected unless someone listens: OpenTelemetry in
/// Azure, a file under <c>nst serve --telemetry</c>. Orchestrations never use it, since they are replayed.
/// </summary>
public sealed class ProcessorTelemetry : IDisposable
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "NeuralStyle";

    /// <summary>Tag of spans: the sweep.</summary>
    public const string SweepTag = "neuralstyle.sweep";

    /// <summary>Tag of spans: the trial.</summary>
    public const string TrialTag = "neuralstyle.trial";

    /// <summary>Tag of spans: the orchestration.</summary>
    public const string InstanceTag = "neuralstyle.instance";

    /// <summary>Tag of trials and their spans: how one ended.</summary>
    public const string OutcomeTag = "outcome";

    private readonly ActivitySource _spans = new(Name);
    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _trials;
    private readonly Counter<long> _sweeps;
    private readonly Histogram<double> _evaluationRate;
    private readonly Histogram<double> _queueWait;

    /// <param name="device">What the engine computes on; the memory of a GPU is measured.</param>
    /// <param name="look">Looks at a device.</param>
    public ProcessorTelemetry(string device, Func<string, DeviceReport> look)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device != "cpu")
            _meter.CreateObservableGauge("neuralstyle.gpu_memory", () => MemoryOf(look(device).Gpu), "By", "Memory of the GPU, used and free.");
        _trials = _meter.CreateCounter<long>("neuralstyle.trials", "{trial}", "Trials that a worker ended, by outcome.");
        _sweeps = _meter.CreateCounter<long>("neuralstyle.sweeps", "{sweep}", "Sweeps that ended, by state.");
        _evaluationRate = _meter.CreateHistogram<double>(
            "neuralstyle.evaluations_per_second", "{evaluation}/s", "Evaluations of a computed trial, by the seconds they took.");
        _queueWait = _meter.CreateHistogram<double>("neuralstyle.queue_wait", "s", "Time from queuing a trial to taking it off the queue.");
    }

    /// <summary>Begins a span.</summary>
    /// <param name="name">What is done, in few words.</param>
    /// <param name="kind">Producer and consumer where a queue is between, internal otherwise.</param>
    /// <param name="traceParent">
    /// What caused it, as W3C trace context, where it came by a message or an orchestration's input. What this process is doing is the
    /// parent where it belongs to the same trace; else it is linked.
    /// </param>
    /// <param name="tags">What it is done to.</param>
    /// <returns>The span, ended by disposing it; null when nobody listens.</returns>
    public Activity? Begin(string name, ActivityKind kind, string? traceParent, params (string Key, object? Value)[] tags)
    {
        var current = Activity.Current;
        var carried = ActivityContext.TryParse(traceParent, null, isRemote: true, out var context);
        var all = tags.Select(tag => KeyValuePair.Create(tag.Key, tag.Value));
        if (!carried || current?.TraceId == context.TraceId)
            return _spans.StartActivity(name, kind, current?.Context ?? default, all);
        return _spans.StartActivity(name, kind, context, all, current is null ? null : [new ActivityLink(current.Context)]);
    }

    /// <summary>Counts a trial that a worker ended, or found ended.</summary>
    public void TrialEnded(TrialOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        _trials.Add(1, KeyValuePair.Create<string, object?>(OutcomeTag, WordOf(outcome)));
    }

    /// <summary>Counts a trial that the queue gave up.</summary>
    public void TrialGivenUp() => _trials.Add(1, KeyValuePair.Create<string, object?>(OutcomeTag, "given-up"));

    /// <summary>Counts a sweep that ended.</summary>
    public void SweepEnded(SweepState state) => _sweeps.Add(1, KeyValuePair.Create<string, object?>("state", WordOf(state)));

    /// <summary>Notes how fast a trial was computed.</summary>
    public void TrialComputed(TrialRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record is { Evaluations: [.., { Seconds: > 0 } last], Environment: { } environment })
        {
            _evaluationRate.Record(
                last.Evaluation / last.Seconds,
                KeyValuePair.Create<string, object?>("network", WordOf(record.Parameters.Network)),
                KeyValuePair.Create<string, object?>("device", environment.Device));
        }
    }

    /// <summary>Notes how long a trial stood on the queue.</summary>
    public void TrialTaken(DateTimeOffset queuedAt, DateTimeOffset now)
    {
        // Clocks of two machines differ a little.
        var wait = Math.Max(0, (now - queuedAt).TotalSeconds);
        _queueWait.Record(wait);
    }

    /// <summary>How a trial ended, in a word: <c>completed</c>, <c>failed</c>, <c>reused</c>, <c>cancelled</c> or <c>pending</c> for one that was given back.</summary>
    public static string WordOf(TrialOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Reused ? "reused" : WordOf(outcome.State);
    }

    public void Dispose()
    {
        _spans.Dispose();
        _meter.Dispose();
    }

    private static Measurement<long>[] MemoryOf(GpuFacts? gpu) => gpu is null
        ? []
        :
        [
            new(gpu.MemoryBytes - gpu.FreeBytes, KeyValuePair.Create<string, object?>("state", "used")),
            new(gpu.FreeBytes, KeyValuePair.Create<string, object?>("state", "free")),
        ];

    private static string WordOf<T>(T state)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}

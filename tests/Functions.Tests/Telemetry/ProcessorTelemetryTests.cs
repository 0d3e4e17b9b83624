using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Identity;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Telemetry;

public sealed class ProcessorTelemetryTests : IDisposable
{
    private const string Carried = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly ProcessorTelemetry _telemetry = new("cpu", _ => throw new InvalidOperationException("Nobody asks for a CPU's memory."));
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == ProcessorTelemetry.Name,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public ProcessorTelemetryTests() => ActivitySource.AddActivityListener(_listener);

    public void Dispose()
    {
        _listener.Dispose();
        _telemetry.Dispose();
    }

    [Fact]
    public void Begin_ContextCarriedByAMessage_IsItsChild()
    {
        using var span = _telemetry.Begin("run trial", ActivityKind.Consumer, Carried, (ProcessorTelemetry.TrialTag, "abc"));

        Assert.Equal(("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"), (span!.TraceId.ToHexString(), span.ParentSpanId.ToHexString()));
        Assert.Equal(("run trial", ActivityKind.Consumer, "abc"), (span.OperationName, span.Kind, span.GetTagItem(ProcessorTelemetry.TrialTag)));
        Assert.Empty(span.Links);
    }

    /// <summary>The host's own span of a queue trigger begins a trace of its own: it is linked, so that one finds the other.</summary>
    [Fact]
    public void Begin_UnderASpanOfAnotherTrace_IsAChildOfWhatWasCarriedAndLinked()
    {
        using var host = _telemetry.Begin("host", ActivityKind.Server, null);

        using var span = _telemetry.Begin("run trial", ActivityKind.Consumer, Carried);

        Assert.Equal("b7ad6b7169203331", span!.ParentSpanId.ToHexString());
        Assert.Equal(host!.Context, Assert.Single(span.Links).Context);
    }

    [Fact]
    public void Begin_UnderASpanOfTheSameTrace_IsTheNearest()
    {
        using var outer = _telemetry.Begin("outer", ActivityKind.Internal, Carried);

        using var span = _telemetry.Begin("inner", ActivityKind.Internal, Carried);

        Assert.Equal(outer!.SpanId, span!.ParentSpanId);
        Assert.Empty(span.Links);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no context")]
    public void Begin_NothingCarried_BeginsATraceOfItsOwn(string? traceParent)
    {
        using var span = _telemetry.Begin("start sweep", ActivityKind.Producer, traceParent);

        Assert.Equal(default, span!.ParentSpanId);
    }

    [Fact]
    public void TrialEnded_EachOutcome_IsCountedUnderItsWord()
    {
        var seen = Listen(() =>
        {
            _telemetry.TrialEnded(Outcome(TrialState.Completed));
            _telemetry.TrialEnded(Outcome(TrialState.Completed) with { Reused = true });
            _telemetry.TrialEnded(Outcome(TrialState.Failed));
            _telemetry.TrialEnded(Outcome(TrialState.Cancelled));
            _telemetry.TrialEnded(Outcome(TrialState.Pending));
            _telemetry.TrialGivenUp();
            _telemetry.SweepEnded(SweepState.CompletedWithFailures);
        });

        Assert.Equal(
            [
                "neuralstyle.trials 1 outcome=completed", "neuralstyle.trials 1 outcome=reused", "neuralstyle.trials 1 outcome=failed",
                "neuralstyle.trials 1 outcome=cancelled", "neuralstyle.trials 1 outcome=pending", "neuralstyle.trials 1 outcome=given-up",
                "neuralstyle.sweeps 1 state=completed-with-failures",
            ],
            seen);
    }

    [Fact]
    public void TrialTaken_ClockOfTheOtherMachineIsAhead_IsNoNegativeWait()
    {
        var now = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

        var seen = Listen(() =>
        {
            _telemetry.TrialTaken(now.AddSeconds(-12.5), now);
            _telemetry.TrialTaken(now.AddSeconds(2), now);
        });

        Assert.Equal(["neuralstyle.queue_wait 12.5", "neuralstyle.queue_wait 0"], seen);
    }

    [Fact]
    public void GpuMemory_DriverAnswers_IsUsedAndFree()
    {
        var gpu = new GpuFacts("Tesla T4", "570.1", 16_000, 4_000);
        using var telemetry = new ProcessorTelemetry("cuda:0", device => new DeviceReport(device, true) { Tensors = "libtorch", Gpu = gpu });
        using var silent = new ProcessorTelemetry("cuda:1", device => new DeviceReport(device, false) { Tensors = "libtorch" });

        var seen = Listen(() => { });

        Assert.Equal(["neuralstyle.gpu_memory 12000 state=used", "neuralstyle.gpu_memory 4000 state=free"], seen);
    }

    [Fact]
    public void Credential_AuthenticationNamesAnIdentity_IsIt()
    {
        Assert.Null(TelemetryServices.Credential(null));
        Assert.Null(TelemetryServices.Credential("ClientId=00000000-0000-0000-0000-000000000001"));
        Assert.IsType<ManagedIdentityCredential>(TelemetryServices.Credential("Authorization=AAD"));
        Assert.IsType<ManagedIdentityCredential>(TelemetryServices.Credential("Authorization=aad; ClientId=00000000-0000-0000-0000-000000000001"));
    }

    private static TrialOutcome Outcome(TrialState state) => new() { TrialId = "a", State = state };

    private static List<string> Listen(Action work)
    {
        var seen = new List<string>();
        using var listener = new MeterListener
        {
            // Other tests measure at the same time: only what this one's own thread records while it works.
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Meter.Name == ProcessorTelemetry.Name)
                    it.EnableMeasurementEvents(instrument);
            },
        };
        var own = Environment.CurrentManagedThreadId;
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, FormattableString.Invariant($"{value}"), tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, FormattableString.Invariant($"{value}"), tags));
        listener.Start();
        work();
        listener.RecordObservableInstruments();
        return seen;

        void Add(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Environment.CurrentManagedThreadId != own)
                return;
            var words = string.Concat(tags.ToArray().Select(tag => $" {tag.Key}={tag.Value}"));
            seen.Add($"{instrument.Name} {value}{words}");
        }
    }
}

using System.Diagnostics.Metrics;
using NeuralStyle.Functions.Telemetry;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>Counts what one test measures of one thing, whatever others measure at the same time.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly AsyncLocal<bool> _own = new();
    private int _count;

    public Measured(string name)
    {
        _own.Value = true;
        _listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == ProcessorTelemetry.Name && instrument.Name == name)
                it.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) => Count());
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => Count());
        _listener.Start();
    }

    public int Seen => _count;

    public void Dispose() => _listener.Dispose();

    private void Count()
    {
        if (_own.Value)
            Interlocked.Increment(ref _count);
    }
}

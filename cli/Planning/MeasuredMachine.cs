using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Cli.Planning;

/// <summary>This machine's speed, measured once, and only when it is needed.</summary>
internal sealed class MeasuredMachine(ProcessorSettings settings, TimeProvider clock, CancellationToken cancellation) : IMachineSpeed
{
    private readonly Lazy<double> _speed = new(() => MachineRate.Measure(settings, clock, cancellation));

    public double? MultiplyAddsPerSecond => _speed.Value;
}

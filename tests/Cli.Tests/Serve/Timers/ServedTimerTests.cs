using Microsoft.Extensions.DependencyInjection;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Cli.Tests.Serve.Timers;

/// <summary>The timer triggers as the host runs them, by a clock that the test moves.</summary>
public sealed class ServedTimerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private const int Nights = 100;
    private const string OneSweep = ": 1 sweeps, 0 trials";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 21, 20, 0, 0, TimeSpan.Zero));
    private readonly SeenLines _loggers = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private List<string> Purges => [.. _loggers.Lines.Where(line => line.StartsWith("History purged of what ended before", StringComparison.Ordinal))];

    [Fact]
    public async Task RunAsync_TimeOfThePurge_ForgetsASweepThatEndedLongAgo()
    {
        // Hours pass within a moment: that is no engine that hangs.
        var settings = new ProcessorSettings { Dispatch = TrialDispatch.Activity, HistoryDays = 1, StallTimeout = TimeSpan.Zero };
        var served = new ServedSweep(azurite.Connect(), settings)
        {
            Loggers = _loggers,
            Configure = services => services.AddSingleton<TimeProvider>(_clock),
            Patience = Patience,
        };
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);

        await served.WhileServingAsync(async () =>
        {
            await PassSecondsAsync(served.SubmitAsync("old-sweep", SampleSweep.Unlike(SampleSweep.Manifest, 27), Cancellation));
            Assert.Empty(Purges);
            _clock.Advance(TimeSpan.FromHours(9));
            await WaitForPurgesAsync(1);
            // Its orchestration ends some moments after its status says so: a day later than that it is old.
            for (var night = 2; night <= Nights && !Purges[^1].EndsWith(OneSweep, StringComparison.Ordinal); night++)
            {
                _clock.Advance(TimeSpan.FromDays(1));
                await WaitForPurgesAsync(night);
            }
        });

        // In the first night it had ended some hours before, if it had.
        Assert.EndsWith(": 0 sweeps, 0 trials", Purges[0], StringComparison.Ordinal);
        Assert.EndsWith(OneSweep, Purges[^1], StringComparison.Ordinal);
    }

    public void Dispose() => _loggers.Dispose();

    /// <summary>Lets time pass, for whoever looks every second, until something is done.</summary>
    private async Task PassSecondsAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, Cancellation);
        }

        await done;
    }

    private async Task WaitForPurgesAsync(int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (Purges.Count < count)
            await Task.Delay(10, patience.Token);
    }
}

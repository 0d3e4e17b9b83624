using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;

namespace NeuralStyle.Functions.Tests.Storage;

public sealed class PatientStoreTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3];

    private readonly TemporaryFolder _folder = new();
    private readonly FlakyStore _flaky;

    public PatientStoreTests() => _flaky = new FlakyStore(new FolderStore(_folder.Path));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WriteAsync_StoreThatComesBack_IsWrittenInTheEnd()
    {
        var tries = 0;
        _flaky.Fails = (_, _) => ++tries <= 2;

        await Patient(TimeSpan.FromMinutes(5)).WriteAsync("trials", "a", Content, "x/y", Cancellation);

        Assert.Equal(3, tries);
        Assert.Equal(Content, (await _flaky.ReadAsync("trials", "a", Cancellation))!.Content.ToArray());
    }

    [Fact]
    public async Task WriteIfAsync_StoreThatComesBack_KeepsItsCondition()
    {
        var tries = 0;
        _flaky.Fails = (_, _) => ++tries == 1;
        await _flaky.WriteAsync("trials", "other", Content, "x/y", Cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        tries = 0;

        Assert.NotNull(await Patient(TimeSpan.FromMinutes(5)).WriteIfAsync("trials", "a", Content, "x/y", null, Cancellation));
        Assert.Null(await Patient(TimeSpan.FromMinutes(5)).WriteIfAsync("trials", "a", Content, "x/y", null, Cancellation));
    }

    [Fact]
    public async Task WriteAsync_StoreThatStaysAway_IsTriedForAsLongAsThePatienceLasts()
    {
        var clock = new ManualClock();
        var lastTry = TimeSpan.Zero;
        _flaky.Fails = (_, _) =>
        {
            lastTry = clock.GetElapsedTime(0);
            return true;
        };

        var writing = new PatientStore(_flaky, TimeSpan.FromMinutes(5), clock).WriteAsync("trials", "a", Content, "x/y", Cancellation);
        await Until.DoneAsync(writing, clock, TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => writing);
        // The longest wait between two tries is ten seconds.
        Assert.InRange(lastTry, TimeSpan.FromSeconds(290), TimeSpan.FromSeconds(300));
        Assert.Equal(lastTry, clock.GetElapsedTime(0));
    }

    [Fact]
    public async Task WriteAsync_NoPatience_TriesOnce()
    {
        var tries = 0;
        _flaky.Fails = (_, _) => ++tries > 0;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Patient(TimeSpan.Zero).WriteAsync("trials", "a", Content, "x/y", Cancellation));

        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task WriteAsync_ToldToStop_WaitsNoLonger()
    {
        using var stop = new CancellationTokenSource();
        _flaky.Fails = (_, _) =>
        {
            stop.Cancel();
            return true;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Patient(TimeSpan.FromDays(1)).WriteAsync("trials", "a", Content, "x/y", stop.Token));
    }

    private PatientStore Patient(TimeSpan patience) => new(_flaky, patience, TimeProvider.System);
}

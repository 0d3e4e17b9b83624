namespace NeuralStyle.EndToEnd.Tests.Faults;

/// <summary>The sweep of the fault tests, run once without any fault.</summary>
public sealed class CalmSweep : IAsyncLifetime, IDisposable
{
    /// <summary>Its name.</summary>
    public const string Name = "stormy";

    // Progress is written each second: what is to be caught in mid-trial must take longer.
    private const double LeastSeconds = 1.5;

    private readonly SweepFolder _folder = new();

    /// <summary>Evaluations of each of its trials: more on a machine that is quick.</summary>
    public int Iterations { get; private set; } = 150;

    /// <summary>The manifest's path.</summary>
    public string Manifest { get; private set; } = string.Empty;

    internal string[] Images => _folder.Images;

    /// <summary>What it gave.</summary>
    internal FetchedSweep Fetched => new(Path.Combine(_folder.PathOf("calm"), "results", Name), Path.Combine(_folder.PathOf("calm"), "trials"));

    public async ValueTask InitializeAsync()
    {
        await RunAsync();
        while (Fetched.Plan.Trials.Min(trial => Fetched.Record(trial.Id).Seconds) is var seconds && seconds < LeastSeconds)
        {
            Iterations = (int)Math.Ceiling(1.25 * Iterations * LeastSeconds / Math.Max(seconds, 0.1));
            await RunAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _folder.Dispose();

    private async Task RunAsync()
    {
        Manifest = _folder.Manifest(Name, "axes: {styleWeight: [1, 100, 1e4], init: [content, style]}\nsnapshots: first 1, every 60", iterations: Iterations);
        var (exitCode, log) = await NstProcess.RunAsync(string.Empty, "run", Manifest, "--threads", "1", "--out", _folder.PathOf("calm"));
        Assert.True(exitCode == 0, log);
    }
}

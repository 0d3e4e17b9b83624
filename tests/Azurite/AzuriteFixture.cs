using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Tests.Azurite;

/// <summary>
/// A fresh Azurite in memory, on ports of its own, for the tests of one class or collection. Where it isn't installed the tests skip
/// and say so: call <see cref="Require"/> first.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? _process;
    private string? _missing;

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime => _process?.ProcessorTime ?? TimeSpan.Zero;

    /// <summary>The account's connection string; skips the test when there is no Azurite.</summary>
    public string Require()
    {
        Assert.SkipWhen(_missing is not null, _missing ?? string.Empty);
        return _process!.ConnectionString;
    }

    /// <summary>The account; skips the test when there is no Azurite.</summary>
    public StorageConnection Connect() => StorageConnection.FromConnectionString(Require());

    public async ValueTask InitializeAsync()
    {
        _missing = AzuriteProcess.Missing();
        if (_missing is null)
            _process = await AzuriteProcess.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }
}

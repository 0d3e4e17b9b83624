using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Engine.Images;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;

namespace NeuralStyle.Functions.Tests.Verification;

/// <summary>A sweep that the real engine runs, once for all tests of a class; each lies on a copy of its own.</summary>
public abstract class EngineSweep : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddProcessor(new ProcessorSettings { Threads = 1 })
            .AddFolderStorage(_folder.Path)
            .BuildServiceProvider();
        var store = services.GetRequiredService<IStore>();
        await PutAsync("waves.png", 40, 30, i => 0.5f + (0.4f * MathF.Sin(i / 3f)));
        await PutAsync("narrow.png", 64, 2, i => i % 5 / 5f);
        await PutAsync("stripes.png", 30, 40, i => i / 4 % 2);
        await RunAsync(services, cancellation);

        Task PutAsync(string name, int width, int height, Func<int, float> at)
        {
            float[] planes = [.. Enumerable.Range(0, 3 * width * height).Select(at)];
            return store.WriteAsync(StoreLayout.InputContainer, name, ImageWriter.Png(new Picture(width, height, planes)), "image/png", cancellation);
        }
    }

    /// <summary>Copies the sweep into a folder.</summary>
    public void CopyTo(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(_folder.Path, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the sweep on waves.png, narrow.png and stripes.png.</summary>
    protected abstract Task RunAsync(IServiceProvider services, CancellationToken cancellation);
}

using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Engine.Images;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Verification;

/// <summary>A sweep that the real engine ran, once for all tests; each lies on a copy of its own.</summary>
public sealed class TruthfulSweep : IAsyncLifetime
{
    public const string Name = "truthful";

    // The third trial fails: two blocks of pooling leave nothing of 48 x 2 pixels.
    private const string Manifest = """
        content: [waves.png, narrow.png]
        style: [stripes.png]
        parameters: {imageSize: 48, iterations: 3, scales: "32:2", contentLayers: relu3_1, styleLayers: "relu1_1, relu2_1", outputFormat: jpeg}
        axes:
          styleWeight: [1, 100]
        snapshots: first 2, best, last
        """;

    private readonly TemporaryFolder _folder = new();

    public SweepPlan Plan { get; private set; } = null!;

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

        var startedAt = DateTimeOffset.UtcNow;
        var status = services.GetRequiredService<StatusWriter>();
        await status.BeginAsync(Name, "instance", "etag", [], cancellation);
        Plan = await services.GetRequiredService<SweepPlanning>().PlanAsync(Name, $"{Name}.yaml", Encoding.UTF8.GetBytes(Manifest), cancellation);
        var outcomes = new List<TrialOutcome>();
        foreach (var trial in Plan.Trials)
            outcomes.Add(await services.GetRequiredService<TrialExecution>().RunAsync(trial.Id, cancellation));
        var composed = await services.GetRequiredService<SheetComposition>().ComposeAsync(Name, startedAt, outcomes, cancellation);
        var update = new StatusUpdate
        {
            Sweep = Name,
            InstanceId = "instance",
            ManifestETag = "etag",
            State = SweepState.CompletedWithFailures,
            Trials = [.. outcomes.Select(outcome => new TrialStatus(outcome.TrialId, outcome.State, outcome.Reason, outcome.Reused, outcome.Seconds))],
            Sheets = composed.Pages,
        };
        await status.ApplyAsync(update, cancellation);

        Task PutAsync(string name, int width, int height, Func<int, float> at)
        {
            float[] planes = [.. Enumerable.Range(0, 3 * width * height).Select(at)];
            var png = ImageWriter.Png(new Picture(width, height, planes));
            return store.WriteAsync(StoreLayout.InputContainer, name, png, "image/png", cancellation);
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
        return ValueTask.CompletedTask;
    }
}

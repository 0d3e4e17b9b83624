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

namespace NeuralStyle.Functions.Tests.Verification;

/// <summary>A search that the real engine ran, once for all tests; each lies on a copy of its own.</summary>
public sealed class SearchedSweep : IAsyncLifetime
{
    public const string Name = "searched";

    private const string Manifest = """
        content: [waves.png]
        style: [stripes.png]
        parameters: {iterations: 4, contentLayers: relu2_1, styleLayers: relu1_1}
        axes:
          styleWeight: [0.01, 1, 100]
        search: {method: halving, rungs: [32, 40, 48], keep: 0.5}
        """;

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
        await PutAsync("stripes.png", 30, 40, i => i / 4 % 2);

        var plan = await services.GetRequiredService<SweepPlanning>().PlanAsync(Name, $"{Name}.yaml", Encoding.UTF8.GetBytes(Manifest), cancellation);
        IReadOnlyList<string> trialIds = [.. plan.Trials.Select(trial => trial.Id)];
        var outcomes = new OrderedDictionary<string, TrialOutcome>();
        for (var rung = 0; rung < plan.Search!.Rungs.Count; rung++)
        {
            var ended = new List<TrialOutcome>();
            foreach (var trialId in trialIds)
                ended.Add(outcomes[trialId] = await services.GetRequiredService<TrialExecution>().RunAsync(trialId, cancellation));
            if (rung + 1 == plan.Search.Rungs.Count)
                break;
            var promoted = await services.GetRequiredService<SweepPromotion>().RunAsync(new PromoteRequest(Name, "instance", rung, ended), cancellation);
            foreach (var dropped in promoted.Dropped)
                outcomes[dropped.TrialId] = dropped;
            trialIds = promoted.TrialIds;
        }

        await services.GetRequiredService<SheetComposition>().ComposeAsync(Name, DateTimeOffset.UtcNow, [.. outcomes.Values], cancellation);

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
        return ValueTask.CompletedTask;
    }
}

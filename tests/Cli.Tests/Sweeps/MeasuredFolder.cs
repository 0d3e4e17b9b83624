using NeuralStyle.Cli.Tests.Planning;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Tests.Sweeps;

/// <summary>What nst run leaves of a finished sweep of style weights by inits: plan, manifest and records with measures.</summary>
internal sealed class MeasuredFolder : IDisposable
{
    public const string Lines = "axes:\n  styleWeight: [1, 10, 100]\n  init: [content, noise]\n";

    private readonly TemporaryFolder _folder = new();

    private MeasuredFolder(SweepPlan plan) => Plan = plan;

    public SweepPlan Plan { get; }

    public string Path => _folder.Path;

    public FolderStore Store => new(Path);

    public static async Task<MeasuredFolder> CreateAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = new MeasuredFolder(SamplePlan.Of(Lines));
        var store = folder.Store;
        await store.WriteDocumentAsync(StoreLayout.ResultsContainer, StoreLayout.SweepPlan("sample"), folder.Plan, cancellation);
        await store.WriteAsync(StoreLayout.ResultsContainer, StoreLayout.SweepManifest("sample"), Manifest(folder.Plan), "application/json", cancellation);
        foreach (var cell in folder.Plan.Cells)
        {
            var trial = folder.Plan.Trials.Single(trial => trial.Id == cell.TrialId);
            // Each decade of the weight 0.1 nearer to the style, noise 0.02 nearer.
            var distance = 0.9 - (0.1 * cell.Coordinates[0]) - (0.02 * cell.Coordinates[1]);
            await store.WriteDocumentAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trial.Id), Record(trial, distance), cancellation);
        }

        return folder;
    }

    /// <summary>A file of votes in which a cell, by its place in the plan, beats all others.</summary>
    public FileInfo Votes(int winner, string sweep = "sample")
    {
        var best = Plan.Cells[winner].TrialId;
        var votes = Plan.Trials.Where(trial => trial.Id != best).Select((trial, index) =>
            $$"""{"a":"{{best}}","b":"{{trial.Id}}","choice":"a","at":"2026-11-21T18:00:{{index:00}}Z"}""");
        var path = System.IO.Path.Combine(Path, "my-votes.json");
        File.WriteAllText(path, $$"""{"format":1,"sweep":"{{sweep}}","votes":[{{string.Join(',', votes)}}]}""");
        return new FileInfo(path);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Manifest(SweepPlan plan)
    {
        var manifest = ManifestParser.Parse($"content: a.jpg\nstyle: b.jpg\n{Lines}", "sample.yaml");
        var inputs = new SweepInputs
        {
            Sweep = plan.Sweep,
            Images = manifest.MatchImages(["a.jpg", "b.jpg"]),
            ImageHashes = new Dictionary<string, string>(),
            DefaultNetwork = NetworkName.Vgg19Mini,
            Weights = new Dictionary<NetworkName, WeightsReference>(),
        };
        return System.Text.Encoding.UTF8.GetBytes(ManifestWriter.Write(manifest, inputs, plan));
    }

    private static TrialRecord Record(Trial trial, double styleDistance) => new()
    {
        TrialId = trial.Id,
        State = TrialState.Completed,
        Parameters = trial.Parameters,
        Content = trial.Content,
        Style = trial.Style,
        Weights = trial.Weights,
        Measures = new TrialMeasures { Yardstick = "vgg19-mini/1", StyleDistance = styleDistance },
        StartedAt = DateTimeOffset.UnixEpoch,
        FinishedAt = DateTimeOffset.UnixEpoch,
        Seconds = 3,
    };
}

using System.Text.Json.Nodes;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Verification;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Functions.Tests.Verification;

/// <summary>A sweep of which each test changes one thing.</summary>
public abstract class TamperedSweep : IClassFixture<TruthfulSweep>, IDisposable
{
    protected const string Sheet = "results/truthful/sheet.png";

    private readonly TemporaryFolder _folder = new();

    protected TamperedSweep(TruthfulSweep sweep)
    {
        Sweep = sweep;
        sweep.CopyTo(_folder.Path);
    }

    protected TruthfulSweep Sweep { get; }

    protected string Root => _folder.Path;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A trial that completed.</summary>
    protected string Id => Sweep.Plan.Trials.First(trial => trial.Content.Name == "waves.png").Id;

    protected string Other => Sweep.Plan.Trials.Last(trial => trial.Content.Name == "waves.png").Id;

    protected string Failed => Sweep.Plan.Trials.First(trial => trial.Content.Name == "narrow.png").Id;

    protected string RecordName => $"trials/{Id}/record.json";

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<VerifiedSweep> VerifyAsync() => new SweepVerification(new FolderStore(_folder.Path)).VerifyAsync(TruthfulSweep.Name, Cancellation);

    protected async Task AssertLieAsync(string file, string problem)
    {
        var verified = await VerifyAsync();

        Assert.Equal(file, verified.File);
        Assert.Contains(problem, verified.Problem, StringComparison.Ordinal);
        Assert.False(verified.IsTrue);
    }

    protected string PathOf(string name) => Path.Combine(_folder.Path, name);

    protected byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    protected void Write(string name, byte[] bytes) => File.WriteAllBytes(PathOf(name), bytes);

    protected void Copy(string from, string to) => File.Copy(PathOf(from), PathOf(to), overwrite: true);

    protected string Hash(string name) => Sha256.Of(Read(name));

    protected void EditRecord(Action<JsonNode> edit) => EditDocument(RecordName, edit);

    protected void EditDocument(string name, Action<JsonNode> edit)
    {
        var document = JsonNode.Parse(Read(name))!;
        edit(document);
        File.WriteAllText(PathOf(name), document.ToJsonString(PlanJson.Readable));
    }

    /// <summary>Changes one value of a document.</summary>
    protected void Edit(string name, string path, string value) => EditDocument(name, document =>
    {
        var parts = path.Split('/');
        var node = parts[..^1].Aggregate(document, (at, part) => (at is JsonArray array ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : at[part])!);
        if (node is JsonArray list)
            list[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        else
            node[parts[^1]] = JsonNode.Parse(value);
    });
}

using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Verification;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Verification;

/// <summary>A search with one thing in it changed, each test another, and with the hashes made to agree: only judging again finds it.</summary>
public sealed class SearchVerificationTests : IClassFixture<SearchedSweep>, IDisposable
{
    private const string PlanName = "results/searched/plan.json";
    private const string ProvenanceName = "results/searched/provenance.json";

    private readonly TemporaryFolder _folder = new();

    public SearchVerificationTests(SearchedSweep sweep) => sweep.CopyTo(_folder.Path);

    public void Dispose() => _folder.Dispose();

    private SweepPlan Plan => JsonSerializer.Deserialize<SweepPlan>(Read(PlanName), PlanJson.Readable)!;

    [Fact]
    public async Task VerifyAsync_Untouched_IsTrue()
    {
        var verified = await VerifyAsync();

        Assert.Null(verified.Problem);
        // Three settings, of which two and then one went up.
        Assert.Equal((6, 0), (verified.Trials, verified.Notes.Count));
        Assert.Equal([3, 2, 1], Enumerable.Range(0, 3).Select(rung => Plan.TrialsAt(rung).Count));
    }

    /// <summary>The trial that the records don't send up, sent up: its own files are all in order.</summary>
    [Fact]
    public async Task VerifyAsync_AnotherTrialSentUp_IsFound()
    {
        var plan = Plan;
        var dropped = plan.UpTo(0).Trials.Select(trial => trial.Id).Except(plan.Trials.Select(trial => trial.Parameters.InitTrial)).Single();
        // As if that had been the only one to complete.
        var record = JsonSerializer.Deserialize<TrialRecord>(Read($"trials/{dropped}/record.json"), PlanJson.Readable)!;
        var wrong = RungPromotion.Of(plan, 0, new Dictionary<string, TrialRecord> { [dropped] = record });
        Directory.CreateDirectory(PathOf($"trials/{wrong.Promoted[0].Id}"));
        File.WriteAllText(PathOf($"trials/{wrong.Promoted[0].Id}/trial.json"), JsonSerializer.Serialize(wrong.Promoted[0], PlanJson.Readable));
        File.WriteAllText(PathOf(PlanName), JsonSerializer.Serialize(wrong.Plan, PlanJson.Readable));

        await AssertLieAsync(PlanName, "by the records of rung 1 of 3 (32 px)");
    }

    /// <summary>Without the measures of one trial no distance counts, and others would have gone up.</summary>
    [Fact]
    public async Task VerifyAsync_RecordEditedSoThatOthersWouldGoUp_IsFound()
    {
        var dropped = Plan.UpTo(0).Trials.Select(trial => trial.Id).Except(Plan.Trials.Select(trial => trial.Parameters.InitTrial)).Single();
        EditRecord(dropped, record => record.AsObject().Remove("measures"));

        var verified = await VerifyAsync();

        Assert.NotNull(verified.Problem);
        Assert.Contains(verified.File, (string[])[PlanName, ProvenanceName]);
        Assert.Contains("by the records", verified.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_RecordEditedWithoutItsHash_NamesTheRecord()
    {
        var trial = Plan.TrialsAt(0)[0].Id;
        EditDocument($"trials/{trial}/record.json", record => record.AsObject().Remove("measures"));

        await AssertLieAsync($"trials/{trial}/record.json", "it was changed or swapped");
    }

    [Fact]
    public async Task VerifyAsync_PlaceOfADroppedTrialEdited_IsFound()
    {
        EditDocument(ProvenanceName, provenance =>
        {
            var outcome = provenance["request"]!["outcomes"]!.AsArray().First(one => (string)one!["state"]! == "dropped")!;
            outcome["reason"] = ((string)outcome["reason"]!).Replace("place 3", "place 2", StringComparison.Ordinal);
        });

        await AssertLieAsync(ProvenanceName, "place 3 of 3");
    }

    [Fact]
    public async Task VerifyAsync_DroppedTrialSaidToBeCompleted_IsFound()
    {
        EditDocument(ProvenanceName, provenance =>
        {
            var outcome = provenance["request"]!["outcomes"]!.AsArray().First(one => (string)one!["state"]! == "dropped")!;
            outcome["state"] = "completed";
            outcome.AsObject().Remove("reason");
        });

        await AssertLieAsync(ProvenanceName, "true is Dropped");
    }

    [Fact]
    public async Task VerifyAsync_StartOfAnotherImage_IsFound()
    {
        var trial = Plan.TrialsAt(1)[0].Id;
        EditRecord(trial, record => record["initTrialSha256"] = new string('a', 64));

        await AssertLieAsync($"trials/{trial}/record.json", "initTrialSha256 says aaaaaaaaaaaa...; the result of trial ");
    }

    [Fact]
    public async Task VerifyAsync_SearchTakenOutOfThePlan_IsFound()
    {
        EditDocument(PlanName, plan => plan.AsObject().Remove("search"));

        Assert.Equal(PlanName, (await VerifyAsync()).File);
    }

    private Task<VerifiedSweep> VerifyAsync() =>
        new SweepVerification(new FolderStore(_folder.Path)).VerifyAsync(SearchedSweep.Name, TestContext.Current.CancellationToken);

    private async Task AssertLieAsync(string file, string problem)
    {
        var verified = await VerifyAsync();

        Assert.Equal(file, verified.File);
        Assert.Contains(problem, verified.Problem, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>Edits a record, and the hash of it that the sheet was composed with.</summary>
    private void EditRecord(string trialId, Action<JsonNode> edit)
    {
        EditDocument($"trials/{trialId}/record.json", edit);
        EditDocument(ProvenanceName, provenance =>
            provenance["records"]!.AsArray().First(file => (string)file!["name"]! == $"{trialId}/record.json")!["sha256"] = Sha256.Of(Read($"trials/{trialId}/record.json")));
    }

    private void EditDocument(string name, Action<JsonNode> edit)
    {
        var document = JsonNode.Parse(Read(name))!;
        edit(document);
        File.WriteAllText(PathOf(name), document.ToJsonString(PlanJson.Readable));
    }
}

using System.Text.RegularExpressions;

namespace NeuralStyle.Infra.Tests.Operations;

/// <summary>What alerts look at: as far back as they mean to, and only where something is sent.</summary>
public partial class AlertRuleTests
{
    private static readonly Dictionary<string, string> Queries = Repository.ReadJson("infra/alerts.json").EnumerateArray().ToDictionary(
        alert => alert.GetProperty("name").GetString()!,
        alert => string.Join('\n', alert.GetProperty("query").EnumerateArray().Select(line => line.GetString())));

    // What a table is sent by: a category of the diagnostic settings of a file, or the app's telemetry.
    private static readonly Dictionary<string, (string File, string Category)> Senders = new()
    {
        ["AegDeliveryFailureLogs"] = ("infra/modules/topic.bicep", "category: 'DeliveryFailures'"),
        ["AppMetrics"] = ("infra/modules/app.bicep", "APPLICATIONINSIGHTS_CONNECTION_STRING"),
        ["AppTraces"] = ("infra/modules/app.bicep", "APPLICATIONINSIGHTS_CONNECTION_STRING"),
        ["AzureMetrics"] = ("infra/modules/app.bicep", "category: 'AllMetrics'"),
        ["StorageQueueLogs"] = ("infra/modules/store.bicep", "category: 'StorageWrite'"),
    };

    // A rule whose query says 'ago' looks at two days, whatever its window is; every table of it has to say itself how much of them it means.
    [Fact]
    public void Query_ThatSaysAgo_HasARangeOfItsOwn_AndABoundForEachTable()
    {
        var ranges = Range().Matches(Repository.Read("infra/modules/alerts.bicep")).ToDictionary(range => range.Groups[1].Value, range => range.Groups[2].Value);
        var looking = Queries.Where(query => query.Value.Contains("ago(", StringComparison.Ordinal)).ToList();

        Assert.Equal(ranges.Keys.Order(StringComparer.Ordinal), looking.Select(query => query.Key).Order(StringComparer.Ordinal));
        Assert.All(ranges.Values, range => Assert.Equal("P2D", range));
        Assert.Contains("overrideQueryTimeRange: contains(ranges, alert.name) ? ranges[alert.name] : null\n", Repository.Read("infra/modules/alerts.bicep"), StringComparison.Ordinal);
        Assert.All(
            looking.SelectMany(query => query.Value.Split(';')).Where(part => TableOf().IsMatch(part)),
            part => Assert.Contains("where TimeGenerated > ago(2d)", part, StringComparison.Ordinal));
    }

    // What a worker took before the trials were queued says nothing of a worker for them: with two days of it no stall would ever be told.
    [Fact]
    public void NoWorker_IsSilencedOnlyByATrialTakenSince_OrByAWorkerThatLives()
    {
        var query = Queries["no-worker"];

        Assert.Matches(@"let queued = toscalar\(StorageQueueLogs[\s\S]* TimeGenerated < ago\(30m\)[\s\S]*Uri contains '/trials/messages'\n\| summarize max\(TimeGenerated\)\);", query);
        Assert.Contains("(Name == 'neuralstyle.queue_wait' and TimeGenerated > queued) or (Name == 'neuralstyle.gpu_memory' and TimeGenerated > ago(10m))", query, StringComparison.Ordinal);
        Assert.EndsWith("print Value = iff(isnull(queued) or workers > 0, 0, 1)", query, StringComparison.Ordinal);
    }

    [Fact]
    public void Query_Tables_AreThoseThatSomethingIsSentTo()
    {
        var asked = Queries.Values.SelectMany(query => TableOf().Matches(query)).Select(table => table.Groups[1].Value).Distinct().ToList();

        Assert.Equal(Senders.Keys, asked.Order(StringComparer.Ordinal));
        Assert.All(asked, table => Assert.Contains(Senders[table].Category, Repository.Read(Senders[table].File), StringComparison.Ordinal));
        Assert.Contains("category: 'AllMetrics'", Repository.Read("infra/modules/topic.bicep"), StringComparison.Ordinal);
    }

    // Event Grid's table is made by the first attempt that fails: a query that just names it fails until then, dropped events and all.
    [Fact]
    public void DroppedEvents_TableThatIsNotThereYet_IsLeftOut()
    {
        Assert.StartsWith("union isfuzzy=true\n", Queries["dropped-events"], StringComparison.Ordinal);
        Assert.Matches(@"DroppedEventCount' \| project Events = Total\),\n\(AegDeliveryFailureLogs \| project Events = 1\.0\)\n\| summarize Value = sum\(Events\)$", Queries["dropped-events"]);
    }

    [GeneratedRegex(@"^  '([a-z-]+)': '(P\w+)'$", RegexOptions.Multiline)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?:^|\()((?:App|Azure|Storage|Aeg)\w+)", RegexOptions.Multiline)]
    private static partial Regex TableOf();
}

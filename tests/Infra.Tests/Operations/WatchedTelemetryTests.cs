using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Infra.Tests.Documents;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Infra.Tests.Operations;

/// <summary>Alerts, dashboard and runbook look only for what exists: a query that looks for nothing never fails.</summary>
public partial class WatchedTelemetryTests
{
    // What the app measures, and nothing else: names of OpenTelemetry instruments.
    private static readonly string[] Metrics = Measured();

    // Of what the platform measures, those that diagnostic settings can send to a workspace, by Microsoft's list of supported metrics; of
    // Event Grid's the attempts that failed (DeliveryAttemptFailCount) are not among them.
    private static readonly string[] PlatformMetrics = ["Replicas", "RestartCount", "DroppedEventCount"];

    private static readonly string[] Durations = ["PT5M", "PT15M", "PT30M", "PT1H", "P1D"];

    private static readonly JsonElement[] Alerts = [.. Repository.ReadJson("infra/alerts.json").EnumerateArray()];

    [Fact]
    public void Query_LineOfTheLog_IsOneThatTheAppWrites_AndThatIsATrace()
    {
        var traces = LogLines.OfTheCode.Except(LogLines.OfExceptions).ToList();
        var pieces = Queries().SelectMany(query => MessagePiece().Matches(query).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.Contains(": no outcome within ", pieces);
        Assert.All(pieces, piece => Assert.Contains(traces, line => line.Contains(piece, StringComparison.Ordinal)));
        Assert.All(
            Queries().SelectMany(query => StartAndPiece().Matches(query)),
            both => Assert.Contains(traces, line => line.StartsWith(both.Groups[1].Value, StringComparison.Ordinal)
                && line.Contains(both.Groups[2].Value, StringComparison.Ordinal)));
    }

    [Fact]
    public void Query_Metric_IsOneThatIsMeasured()
    {
        Assert.Empty(Queries().SelectMany(query => OwnMetric().Matches(query)).Select(match => match.Value).Except(Metrics));
        Assert.Empty(Queries().SelectMany(query => PlatformMetric().Matches(query))
            .SelectMany(match => Quoted().Matches(match.Value)).Select(match => match.Groups[1].Value).Except(PlatformMetrics));
        Assert.Equal(Metrics, OwnMetric().Matches(Repository.Read("infra/dashboard.json")).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
    }

    // A query that asks for a value of a tag which nobody measures shows nothing, and one that adds up all values of one shows too much.
    [Fact]
    public void Query_TagOfAMetric_IsOneThatIsMeasuredWithThatValue()
    {
        var measured = MeasuredTags();
        var queries = Queries().Where(query => OwnMetric().IsMatch(query)).ToList();
        var asked = queries.SelectMany(query => OwnMetric().Matches(query).SelectMany(metric => TagUse().Matches(query)
            .Select(tag => (Metric: metric.Value, Tag: tag.Groups["tag"].Value, Value: tag.Groups["value"].Success ? tag.Groups["value"].Value : null)))).ToList();

        Assert.Contains(("neuralstyle.gpu_memory", "state", "used"), asked);
        Assert.All(asked, use => Assert.Contains(measured, one => one.Metric == use.Metric && one.Tag == use.Tag && (use.Value is null || one.Value == use.Value)));
        Assert.All(
            queries.Where(query => query.Contains("neuralstyle.gpu_memory", StringComparison.Ordinal) && query.Contains("valueMax", StringComparison.Ordinal)),
            query => Assert.Contains("state == 'used'", query, StringComparison.Ordinal));
    }

    // Only the app's own spans are collected and those of the Functions worker: nothing notes calls to storage as dependencies, and how the host
    // names its requests is its own affair.
    [Fact]
    public void Query_TablesOfCallsAndRequests_AreNotWhatAnAlertOrAnEntryStandsOn()
    {
        var standing = Alerts.Select(alert => alert.GetProperty("query").ToString()).Concat(Kusto().Matches(Repository.Read("docs/runbook.md")).Select(match => match.Groups[1].Value)).ToList();

        Assert.All(standing, query => Assert.DoesNotMatch(@"\b(AppDependencies|AppRequests)\b", query));
        Assert.All(Queries(), query => Assert.DoesNotMatch(@"\b(AppDependencies|dependencies)\s*\|\s*where", query));
    }

    // Host and app would both send each line of the log, and alerts that count lines would count double.
    [Fact]
    public void Host_SendsTelemetryInTheFormOfTheApp() =>
        Assert.Equal("OpenTelemetry", Repository.ReadJson("host.json").GetProperty("telemetryMode").GetString());

    [Fact]
    public void Alerts_HaveAnEntryInTheRunbook_AndAValueToMeasure()
    {
        var anchors = new MarkdownPage("docs/runbook.md").Anchors.ToList();

        Assert.All(Alerts, alert =>
        {
            Assert.Contains(alert.GetProperty("runbook").GetString(), anchors);
            Assert.Contains($"*{alert.GetProperty("title").GetString()}*", Repository.Read("docs/runbook.md"), StringComparison.Ordinal);
            Assert.Contains(alert.GetProperty("window").GetString(), Durations);
            Assert.Contains(alert.GetProperty("every").GetString(), Durations);
            Assert.InRange(alert.GetProperty("severity").GetInt32(), 0, 4);
            Assert.True(alert.GetProperty("threshold").GetInt32() >= 0);
            Assert.Matches(@"\bValue = ", alert.GetProperty("query").EnumerateArray().Last().GetString());
        });
        Assert.Equal(Alerts.Length, Alerts.Select(alert => alert.GetProperty("name").GetString()).Distinct().Count());
    }

    [Fact]
    public void Alerts_TheFourThatWereAskedFor_AreThere()
    {
        var names = Alerts.Select(alert => alert.GetProperty("name").GetString()).ToList();

        Assert.Empty(new[] { "poison", "queue-wait", "gpu-hours", "failed-sweeps" }.Except(names));
        Assert.All(ThresholdKey().Matches(Repository.Read("infra/modules/alerts.bicep")).Select(match => match.Groups[1].Value), key => Assert.Contains(key, names));
    }

    [Fact]
    public void Dashboard_PlaceholdersOfItsResources_AreFilledByBicep()
    {
        var text = Repository.Read("infra/dashboard.json");
        var filled = Filled().Matches(Repository.Read("infra/modules/monitoring.bicep")).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(["componentId", "worker", "workspaceId"], filled.Order(StringComparer.Ordinal));
        Assert.All(filled, name => Assert.Contains($"{{{name}}}", text, StringComparison.Ordinal));
        Assert.Equal("Notebook/1.0", Repository.ReadJson("infra/dashboard.json").GetProperty("version").GetString());
        Assert.All(Repository.ReadJson("infra/dashboard.json").GetProperty("items").EnumerateArray(), item => Assert.Contains(item.GetProperty("type").GetInt32(), new[] { 1, 3, 9 }));
    }

    private static IEnumerable<string> Queries() =>
        Alerts.Select(alert => string.Join('\n', alert.GetProperty("query").EnumerateArray().Select(line => line.GetString())))
            .Concat(Repository.ReadJson("infra/dashboard.json").GetProperty("items").EnumerateArray()
                .Where(item => item.GetProperty("type").GetInt32() == 3).Select(item => item.GetProperty("content").GetProperty("query").GetString()!))
            .Concat(Kusto().Matches(Repository.Read("docs/runbook.md")).Select(match => match.Groups[1].Value));

    private static string[] Measured()
    {
        var names = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == ProcessorTelemetry.Name)
                    names.Add(instrument.Name);
            },
        };
        listener.Start();
        using var telemetry = new ProcessorTelemetry("cuda", device => new DeviceReport(device, false) { Tensors = "none" });
        return [.. names.Distinct().Order(StringComparer.Ordinal)];
    }

    private static HashSet<(string Metric, string Tag, string Value)> MeasuredTags()
    {
        var found = new HashSet<(string, string, string)>();
        void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        {
            foreach (var tag in tags)
                found.Add((instrument.Name, tag.Key, (string)tag.Value!));
        }

        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == ProcessorTelemetry.Name)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(Note);
        listener.SetMeasurementEventCallback<double>(Note);
        listener.Start();
        using var telemetry = new ProcessorTelemetry("cuda", device => new DeviceReport(device, true) { Tensors = "none", Gpu = new GpuFacts("any", "any", 2, 1) });
        listener.RecordObservableInstruments();
        foreach (var state in Enum.GetValues<TrialState>())
            telemetry.TrialEnded(new TrialOutcome { TrialId = "any", State = state });
        foreach (var state in Enum.GetValues<SweepState>())
            telemetry.SweepEnded(state);
        return found;
    }

    [GeneratedRegex(@"customDimensions\.(?<tag>\w+)( == '(?<value>[^']*)')?", RegexOptions.ExplicitCapture)]
    private static partial Regex TagUse();

    [GeneratedRegex(@"[mM]essage has '([^']+)'")]
    private static partial Regex MessagePiece();

    [GeneratedRegex(@"[mM]essage startswith '([^']+)' and [mM]essage has '([^']+)'")]
    private static partial Regex StartAndPiece();

    [GeneratedRegex(@"neuralstyle\.[a-z_]+")]
    private static partial Regex OwnMetric();

    [GeneratedRegex(@"MetricName (==|in) .*")]
    private static partial Regex PlatformMetric();

    [GeneratedRegex(@"'([A-Z][A-Za-z]+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^  '([a-z-]+)': ", RegexOptions.Multiline)]
    private static partial Regex ThresholdKey();

    [GeneratedRegex(@"'\{(\w+)\}'")]
    private static partial Regex Filled();

    [GeneratedRegex(@"^```kusto\n([\s\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex Kusto();
}

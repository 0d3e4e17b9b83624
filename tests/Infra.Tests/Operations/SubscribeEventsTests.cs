namespace NeuralStyle.Infra.Tests.Operations;

/// <summary>The hook that subscribes to events, with a stand-in of az that answers as its documentation says.</summary>
public sealed class SubscribeEventsTests : IDisposable
{
    private const string Hook = "infra/hooks/subscribe-events.sh";

    private readonly FakeProgram _az = new();

    public void Dispose() => _az.Dispose();

    [Theory]
    [InlineData("""[{"name":"blobs_extension","value":"k+e/y=="},{"name":"durabletask_extension","value":"other"}]""")]
    [InlineData("""{"keys":{"durabletask_extension":"other","blobs_extension":"k+e/y=="}}""")]
    public async Task Hook_KeyIsThere_DeploysTheSubscription_WithoutTheKeyOnACommandLine(string keys)
    {
        await AddAzAsync($"echo '{keys}'");

        var run = await RunAsync("events");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains(_az.Calls, call => call.StartsWith("deployment group create --resource-group rg --name events --template-file events.bicep", StringComparison.Ordinal));
        Assert.DoesNotContain("k+e/y==", string.Join('\n', _az.Calls.Where(call => !call.StartsWith("PARAMETERS", StringComparison.Ordinal))) + run.Output + run.Error, StringComparison.Ordinal);
        Assert.Contains(
            "\"value\":\"https://control.example/runtime/webhooks/blobs?functionName=Host.Functions.StartSweepOnEvent&code=k+e/y==\"",
            _az.Calls.Single(call => call.StartsWith("PARAMETERS", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hook_KeyComesLate_WaitsForIt()
    {
        await AddAzAsync($"""[ "$(grep -c 'keys list --resource-group' '{_az.CallsFile}')" -lt 3 ] && exit 1; echo '[]' | sed 's/.*/[{JsonKey}]/'""");

        var run = await RunAsync("events");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(3, _az.Calls.Count(call => call.Contains("function keys list --resource-group", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Hook_KeyNeverComes_SaysWhereToLook()
    {
        await AddAzAsync("echo 'ERROR: (ResourceNotFound) the app is not ready' >&2; exit 1");

        var run = await RunAsync("events");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("ERROR: (ResourceNotFound) the app is not ready", run.Error, StringComparison.Ordinal);
        Assert.Contains("no system key blobs_extension", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_az.Calls, call => call.StartsWith("deployment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hook_AnswerIsNoJson_SaysSo_AndShowsNothingOfIt()
    {
        await AddAzAsync("echo '{\"blobs_extension\":\"k+e/y==\"'");

        var run = await RunAsync("events");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no JSON", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("k+e/y==", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hook_CommandLineHasNoKeys_SaysWhichVersionItNeeds_AndDoesNotWait()
    {
        await _az.AddAsync("az", """case "$*" in *--help) exit 2 ;; *) echo control.example ;; esac""");

        var run = await RunAsync("events");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("2.79", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_az.Calls, call => call.Contains("keys list --resource-group", StringComparison.Ordinal));
    }

    // A deployment without the topic leaves it as it was, and its events would go to a function that is off.
    [Theory]
    [InlineData("", "manifests", false)]
    [InlineData("evgt-x", "", false)]
    [InlineData("evgt-x", "manifests", true)]
    public async Task Hook_SweepsStartByPolling_RemovesTheSubscriptionThatIsLeft_AndMakesNone(string topic, string subscription, bool removed)
    {
        await _az.AddAsync("az", $"""
            case "$*" in
              "resource list --resource-group rg --resource-type Microsoft.EventGrid/systemTopics "*) echo '{topic}' ;;
              "eventgrid system-topic event-subscription list --resource-group rg --system-topic-name evgt-x "*) echo '{subscription}' ;;
              "eventgrid system-topic event-subscription delete "*) ;;
              *) exit 1 ;;
            esac
            """);

        var run = await RunAsync("polling");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(
            removed ? ["eventgrid system-topic event-subscription delete --resource-group rg --system-topic-name evgt-x --name manifests --yes --output none"] : [],
            _az.Calls.Where(call => !call.Contains(" list ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Hook_SubscriptionThatItRemoves_IsTheOneThatItMakes() =>
        Assert.Contains("  parent: topic\n  name: 'manifests'\n", Repository.Read("infra/events.bicep"), StringComparison.Ordinal);

    private const string JsonKey = """{"name":"blobs_extension","value":"late"}""";

    private Task AddAzAsync(string keys) => _az.AddAsync("az", $$"""
        case "$*" in
          "containerapp show"*) echo control.example ;;
          "containerapp function keys list --help") ;;
          "containerapp function keys list"*) {{keys}} ;;
          "deployment group create"*) for word in "$@"; do case "$word" in @*) echo "PARAMETERS $(cat "${word#@}")" >>'{{_az.CallsFile}}' ;; esac; done ;;
        esac
        """);

    private Task<ShellResult> RunAsync(string startBy) => Shell.RunAsync(Repository.PathOf(Hook), [], new Dictionary<string, string>(_az.Environment)
    {
        ["AZURE_RESOURCE_GROUP"] = "rg",
        ["SERVICE_CONTROL_NAME"] = "ca-control",
        ["DEPLOYED_START_BY"] = startBy,
        ["TOPIC_NAME"] = "topic",
        ["NEURALSTYLE_KEY_ATTEMPTS"] = "4",
        ["NEURALSTYLE_KEY_PAUSE"] = "0",
    });
}

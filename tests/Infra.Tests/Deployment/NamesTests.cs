using System.Reflection;
using System.Text.Json;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Triggers;

namespace NeuralStyle.Infra.Tests.Deployment;

/// <summary>infra/names.json says once, for all of Bicep, what the code says in its constants.</summary>
public class NamesTests
{
    private static readonly JsonElement Names = Repository.ReadJson("infra/names.json");

    [Fact]
    public void Containers_AndQueues_AreThoseOfTheStoreLayout()
    {
        Assert.Equal(Constants("Container"), Values(Names.GetProperty("containers")));
        Assert.Equal(Constants("Queue"), Values(Names.GetProperty("queues")));
    }

    [Fact]
    public void PoisonQueues_AreThoseOfEveryQueueTriggerWithoutAHandler()
    {
        // The host makes none for a queue that is a poison queue itself.
        var expected = FunctionNames.Queues.Where(queue => !queue.EndsWith("-poison", StringComparison.Ordinal)).Select(queue => $"{queue}-poison")
            .Except(FunctionNames.Queues).Append("webjobs-blobtrigger-poison").Order(StringComparer.Ordinal);

        Assert.Equal(expected, Names.GetProperty("host").GetProperty("poisonQueues").EnumerateArray().Select(name => name.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Host_NamesOfItsOwn_FollowFromTheHostId()
    {
        var host = Names.GetProperty("host");
        var control = host.GetProperty("ids").GetProperty("control").GetString();

        Assert.Equal("azure-webjobs-hosts", host.GetProperty("container").GetString());
        Assert.Equal($"azure-webjobs-blobtrigger-{control}", host.GetProperty("blobTriggerQueue").GetString());
        Assert.All(Values(host.GetProperty("ids")), id => Assert.Matches("^[a-z0-9][a-z0-9-]{1,30}[a-z0-9]$", id));
        Assert.Equal(2, Values(host.GetProperty("ids")).Distinct().Count());
        Assert.All(AllQueues(), queue => Assert.Matches("^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$", queue));
    }

    [Fact]
    public void TaskHub_IsThatOfTheSampleSettings() => Assert.Equal(
        Repository.ReadJson("local.settings.sample.json").GetProperty("Values").GetProperty("TASK_HUB_NAME").GetString(),
        Names.GetProperty("taskHub").GetString());

    [Fact]
    public void HealthPath_IsWhereTheFunctionAnswers()
    {
        Assert.True(Names.GetProperty("functions").TryGetProperty("CheckHealth", out var apps));
        Assert.Equal(2, apps.GetArrayLength());
        var path = $"/{Repository.ReadJson("host.json").GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString()}/{CheckHealth.Route}";
        Assert.Equal(path, Names.GetProperty("healthPath").GetString());
        Assert.Equal($"{path}?ready=true", Names.GetProperty("readyPath").GetString());
        Assert.Contains($"EXPOSE {Names.GetProperty("port").GetInt32()}", Repository.Read("infra/gpu.Dockerfile"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bicep_SpellsNoNameOfAContainerOrQueueItself()
    {
        var spelled =
            from file in Repository.Files("infra", "*.bicep")
            let text = Repository.Read(file)
            from name in Values(Names.GetProperty("containers")).Concat(AllQueues())
            where text.Contains($"'{name}'", StringComparison.Ordinal) || text.Contains($"'{name}/'", StringComparison.Ordinal)
            select $"{file}: {name}";

        Assert.Empty(spelled);
    }

    private static IEnumerable<string> AllQueues() => Values(Names.GetProperty("queues"))
        .Append(Names.GetProperty("host").GetProperty("blobTriggerQueue").GetString()!)
        .Concat(Names.GetProperty("host").GetProperty("poisonQueues").EnumerateArray().Select(name => name.GetString()!));

    private static IEnumerable<string> Values(JsonElement element) =>
        element.EnumerateObject().Select(property => property.Value.GetString()!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Constants(string ending) =>
        typeof(StoreLayout).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && field.Name.EndsWith(ending, StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal);
}

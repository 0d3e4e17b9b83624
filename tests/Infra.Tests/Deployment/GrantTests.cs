using System.Text.Json;

namespace NeuralStyle.Infra.Tests.Deployment;

/// <summary>Who may do what, to the line. A new right is a change of this list, with the reason in grants.json.</summary>
public class GrantTests
{
    private static readonly JsonElement Grants = Repository.ReadJson("infra/grants.json");

    // Built-in roles of Azure have the same ids everywhere.
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["AcrPull"] = "7f951dda-4ed3-4680-a7ca-43fe172d538d",
        ["Monitoring Metrics Publisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["Storage Blob Data Contributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["Storage Blob Data Owner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["Storage Blob Data Reader"] = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
        ["Storage Blob Delegator"] = "db58b8e5-c6ad-4a2a-8342-4190687cbf4a",
        ["Storage Queue Data Contributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["Storage Queue Data Message Processor"] = "8a0f0c08-91a1-4084-bc3d-661d67233fed",
        ["Storage Queue Data Message Sender"] = "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
        ["Storage Queue Data Reader"] = "19e7f393-937e-4f77-808e-94535e297925",
        ["Storage Table Data Contributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
    };

    private static readonly string[] Worker =
    [
        "containers azure-webjobs-hosts: Storage Blob Data Owner",
        "containers input: Storage Blob Data Reader",
        "containers results: Storage Blob Data Reader",
        "containers trials: Storage Blob Data Contributor",
        "insights : Monitoring Metrics Publisher",
        "queues trial-results: Storage Queue Data Message Sender",
        "queues trials-poison: Storage Queue Data Message Sender",
        "queues trials: Storage Queue Data Contributor",
        "registry : AcrPull",
    ];

    private static readonly string[] Control =
    [
        "accounts data: Storage Blob Delegator",
        "accounts hub: Storage Blob Data Contributor",
        "accounts hub: Storage Queue Data Contributor",
        "accounts hub: Storage Table Data Contributor",
        "containers azure-webjobs-hosts: Storage Blob Data Owner",
        "containers input: Storage Blob Data Reader",
        "containers results: Storage Blob Data Contributor",
        "containers sweeps: Storage Blob Data Owner",
        "containers trials: Storage Blob Data Contributor",
        "insights : Monitoring Metrics Publisher",
        "queues azure-webjobs-blobtrigger-neuralstyle-control: Storage Queue Data Contributor",
        "queues sweep-controls-poison: Storage Queue Data Message Sender",
        "queues sweep-controls: Storage Queue Data Contributor",
        "queues trial-results-poison: Storage Queue Data Message Sender",
        "queues trial-results: Storage Queue Data Contributor",
        "queues trials-poison: Storage Queue Data Contributor",
        "queues trials: Storage Queue Data Message Sender",
        "queues trials: Storage Queue Data Reader",
        "queues webjobs-blobtrigger-poison: Storage Queue Data Message Sender",
        "registry : AcrPull",
    ];

    private static readonly string[] Operator =
    [
        "containers input: Storage Blob Data Contributor",
        "containers results: Storage Blob Data Contributor",
        "containers sweeps: Storage Blob Data Contributor",
        "containers trials: Storage Blob Data Contributor",
        "queues sweep-controls-poison: Storage Queue Data Message Processor",
        "queues sweep-controls: Storage Queue Data Message Sender",
        "queues trial-results-poison: Storage Queue Data Message Processor",
        "queues trials: Storage Queue Data Reader",
        "queues webjobs-blobtrigger-poison: Storage Queue Data Message Processor",
    ];

    [Fact]
    public void Grants_OfEachIdentity_AreThese()
    {
        Assert.Equal(Worker.Order(StringComparer.Ordinal), Of("worker"));
        Assert.Equal(Control.Order(StringComparer.Ordinal), Of("control"));
        Assert.Equal(Operator.Order(StringComparer.Ordinal), Of("operator"));
        Assert.Equal(Worker.Length + Control.Length + Operator.Length, Lines().Count());
    }

    // What the host does for a trigger: takes and renews messages of its queue, and puts what it gives up into the poison queue.
    [Fact]
    public void Queue_ThatStartsAFunction_MayBeTakenFromByTheAppThatRunsIt_AndItsPoisonQueueSentTo()
    {
        var apps = Repository.ReadJson("infra/names.json").GetProperty("functions");
        foreach (var (function, queue) in FunctionNames.QueueOfFunction)
        {
            var app = Assert.Single(apps.GetProperty(function).EnumerateArray()).GetString()!;

            Assert.Contains($"queues {queue}: Storage Queue Data Contributor", Of(app));
            // The host makes none for a queue that is a poison queue itself.
            if (!queue.EndsWith("-poison", StringComparison.Ordinal))
                Assert.Contains($"queues {queue}-poison: Storage Queue Data Message Sender", Of(app));
            Assert.DoesNotContain(new[] { "control", "worker" }.Where(other => other != app).SelectMany(Of), line => line == $"queues {queue}: Storage Queue Data Contributor");
        }
    }

    [Fact]
    public void Grants_SayWhy() =>
        Assert.All(Lines(), line => Assert.True(line.Grant.GetProperty("why").GetString() is { Length: >= 10 }, line.Grant.GetRawText()));

    [Fact]
    public void Roles_HaveTheIdsOfAzure_AndAreAllUsed()
    {
        var roles = Grants.GetProperty("roles").EnumerateObject().ToDictionary(role => role.Name, role => role.Value.GetString()!);

        Assert.Equal(Roles, roles);
        Assert.Equal(roles.Keys.Order(StringComparer.Ordinal), Lines().Select(line => line.Grant.GetProperty("role").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Assignments_AreMadeFromTheListAlone()
    {
        var makers = Repository.Files("infra", "*.bicep")
            .Where(file => Repository.Read(file).Contains("Microsoft.Authorization/roleAssignments@", StringComparison.Ordinal));
        var callers = Repository.Files("infra", "*.bicep").Where(file => Repository.Read(file).Contains("-grant.bicep'", StringComparison.Ordinal));

        Assert.All(makers, file => Assert.EndsWith("-grant.bicep", file, StringComparison.Ordinal));
        Assert.Equal("infra/modules/grants.bicep", Assert.Single(callers));
    }

    private static IEnumerable<string> Of(string identity) => Lines()
        .Where(line => line.Grant.GetProperty("to").GetString() == identity)
        .Select(line => $"{line.Kind} {Text(line.Grant, "on")}: {Text(line.Grant, "role")}")
        .Order(StringComparer.Ordinal);

    private static string Text(JsonElement grant, string name) => grant.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static IEnumerable<(string Kind, JsonElement Grant)> Lines() =>
        from kind in Grants.EnumerateObject()
        where kind.Name != "roles"
        from grant in kind.Value.EnumerateArray()
        select (kind.Name, grant);
}

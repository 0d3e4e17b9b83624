using NeuralStyle.Infra.Tests.Bicep;

namespace NeuralStyle.Infra.Tests.Deployment;

/// <summary>From a line of grants.json to an assignment: who, what and where are those of the line.</summary>
public class GrantAssignmentTests(InfraBicep bicep)
{
    private static readonly string Grants = Repository.Read("infra/modules/grants.bicep");

    // What a loop gives each of its lines. People have roles on containers and queues alone, and only where there are any.
    private static readonly Dictionary<string, (string Module, string Lines, string Target, bool People)> Loops = new()
    {
        ["accounts"] = ("account-grant", "grants.accounts", "accountName: accounts[grant.on]", false),
        ["containers"] = ("container-grant", "containerGrants", "accountName: dataAccountName\n    containerName: grant.on", true),
        ["insights"] = ("insights-grant", "grants.insights", "insightsName: insightsName", false),
        ["queues"] = ("queue-grant", "queueGrants", "accountName: dataAccountName\n    queueName: grant.on", true),
        ["registry"] = ("registry-grant", "grants.registry", "registryName: registryName", false),
    };

    // Where an assignment of a module holds, and of what type that is.
    public static TheoryData<string, string, string> Scopes => new()
    {
        { "account-grant", "account", "Microsoft.Storage/storageAccounts@" },
        { "container-grant", "container", "Microsoft.Storage/storageAccounts/blobServices/containers@" },
        { "insights-grant", "insights", "Microsoft.Insights/components@" },
        { "queue-grant", "queue", "Microsoft.Storage/storageAccounts/queueServices/queues@" },
        { "registry-grant", "registry", "Microsoft.ContainerRegistry/registries@" },
    };

    [Fact]
    public void Section_OfTheList_IsAssignedLineByLine()
    {
        var sections = Repository.ReadJson("infra/grants.json").EnumerateObject().Select(section => section.Name).Except(["roles"]);

        Assert.Equal(Loops.Keys, sections.Order(StringComparer.Ordinal));
        Assert.Equal(Loops.Values.Select(loop => $"{loop.Module}.bicep").Order(StringComparer.Ordinal), bicep["infra/modules/grants.bicep"].Modules.Select(module => module.Path).Order(StringComparer.Ordinal));
        Assert.All(Loops.Values, loop =>
        {
            var type = loop.People ? "    principalType: principalTypes[grant.to]\n" : "";
            Assert.Contains($" '{loop.Module}.bicep' = [for grant in {loop.Lines}: {{\n  name: ", Grants, StringComparison.Ordinal);
            Assert.Contains($"  params: {{\n    {loop.Target}\n    principalId: principals[grant.to]\n{type}    roleId: grants.roles[grant.role]\n  }}\n}}]\n", Grants, StringComparison.Ordinal);
        });
        Assert.Contains("var grants = loadJsonContent('../grants.json')\n", Grants, StringComparison.Ordinal);
        Assert.Contains("var containerGrants = filter(grants.containers, grant => !empty(principals[grant.to]))\n", Grants, StringComparison.Ordinal);
        Assert.Contains("var queueGrants = filter(grants.queues, grant => !empty(principals[grant.to]))\n", Grants, StringComparison.Ordinal);
    }

    [Fact]
    public void Principal_OfEachName_IsTheIdentityOfThatApp()
    {
        var main = Repository.Read("infra/main.bicep");
        var identities = Repository.Read("infra/modules/identities.bicep");

        Assert.Equal(
            [("control", "controlPrincipalId"), ("operator", "operatorPrincipalId"), ("worker", "workerPrincipalId")],
            AppSettings.Of("infra/modules/grants.bicep", "principals").OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)));
        Assert.Equal(
            [("control", "'ServicePrincipal'"), ("operator", "operatorPrincipalType"), ("worker", "'ServicePrincipal'")],
            AppSettings.Of("infra/modules/grants.bicep", "principalTypes").OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)));
        Assert.All(new[] { "control", "worker" }, app =>
        {
            Assert.Contains($"    {app}PrincipalId: identities.outputs.{app}PrincipalId\n", main, StringComparison.Ordinal);
            Assert.Contains($"output SERVICE_{app.ToUpperInvariant()}_IDENTITY_NAME string = identities.outputs.{app}Name\n", main, StringComparison.Ordinal);
            Assert.Contains($"output {app}PrincipalId string = {app}.properties.principalId\n", identities, StringComparison.Ordinal);
            Assert.Contains($"output {app}Name string = {app}.name\n", identities, StringComparison.Ordinal);
            Assert.Contains($"resource {app} 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {{\n  name: 'id-{app}-", identities, StringComparison.Ordinal);
            Assert.Equal($"${{SERVICE_{app.ToUpperInvariant()}_IDENTITY_NAME}}", ParameterFiles.Read($"infra/{app}.parameters.json")["identityName"]);
        });
        Assert.Contains("    operatorPrincipalId: operatorPrincipalId\n    operatorPrincipalType: operatorPrincipalType\n", main, StringComparison.Ordinal);
    }

    [Fact]
    public void Account_OfEachName_IsTheOneThatIsMadeForIt()
    {
        var main = Repository.Read("infra/main.bicep");

        Assert.Equal(
            [("data", "dataAccountName"), ("hub", "hubAccountName")],
            AppSettings.Of("infra/modules/grants.bicep", "accounts").OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)));
        Assert.Contains(
            "    dataAccountName: dataAccount.outputs.name\n    hubAccountName: hubAccount.outputs.name\n    registryName: registry.outputs.name\n    insightsName: monitoring.outputs.insightsName\n",
            main, StringComparison.Ordinal);
        Assert.Contains("output DATA_ACCOUNT_NAME string = dataAccount.outputs.name\noutput HUB_ACCOUNT_NAME string = hubAccount.outputs.name\n", main, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public void Assignment_HoldsOnWhatItsFileIsNamedFor_AndIsOfTheRoleAndPrincipalThatItIsGiven(string module, string symbol, string type)
    {
        var file = bicep[$"infra/modules/{module}.bicep"];
        var assignment = Assert.Single(file.Resources, resource => !resource.Existing).Text;

        Assert.StartsWith(type, file.Resources.Single(resource => resource.Symbol == symbol && resource.Existing).Type, StringComparison.Ordinal);
        Assert.Contains($"\n  name: guid({symbol}.id, principalId, roleId)\n  scope: {symbol}\n", assignment, StringComparison.Ordinal);
        Assert.Contains("\n    principalId: principalId\n", assignment, StringComparison.Ordinal);
        Assert.Contains("\n    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)\n", assignment, StringComparison.Ordinal);
        if (symbol is "container" or "queue")
            Assert.Contains($"  name: {symbol}Name\n", file.Resources.Single(resource => resource.Symbol == symbol).Text, StringComparison.Ordinal);
    }
}

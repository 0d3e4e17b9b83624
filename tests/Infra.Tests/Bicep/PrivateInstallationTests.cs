using System.Text.RegularExpressions;

namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>A private installation: storage and apps are reached from within its network alone.</summary>
public partial class PrivateInstallationTests(InfraBicep bicep)
{
    [Fact]
    public void Storage_HasNoPublicEndpoint()
    {
        var account = Repository.Read("infra/modules/account.bicep");
        var main = Repository.Read("infra/main.bicep");

        Assert.Contains("publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'\n", account, StringComparison.Ordinal);
        Assert.Contains("defaultAction: publicAccess ? 'Allow' : 'Deny'\n", account, StringComparison.Ordinal);
        Assert.Contains("var isPrivate = network == 'private'\n", main, StringComparison.Ordinal);
        Assert.Equal(2, bicep["infra/main.bicep"].Modules.Count(module => module.Path == "modules/account.bicep"));
        Assert.All(
            new[] { "dataAccount", "hubAccount" },
            symbol => Assert.Matches($@"(?s)module {symbol} 'modules/account\.bicep' = \{{(?:(?!\n\}}\n).)*\n    publicAccess: !isPrivate\n", main));
    }

    [Fact]
    public void Environment_IsInternalInTheNetworksSubnet()
    {
        var main = Repository.Read("infra/main.bicep");
        var environment = Repository.Read("infra/modules/environment.bicep");

        Assert.Contains("module privateNetwork 'modules/network.bicep' = if (isPrivate) {\n", main, StringComparison.Ordinal);
        Assert.Contains("subnetId: isPrivate ? privateNetwork!.outputs.appsSubnetId : ''\n", main, StringComparison.Ordinal);
        Assert.Matches(@"infrastructureSubnetId: subnetId\s+internal: true\n", environment);
        Assert.Contains("properties: empty(subnetId) ? common : union(common, inNetwork)\n", environment, StringComparison.Ordinal);
        Assert.Contains("output appsSubnetId string = resourceId('Microsoft.Network/virtualNetworks/subnets', network.name, 'apps')\n", Repository.Read("infra/modules/network.bicep"), StringComparison.Ordinal);
    }

    // Event Grid delivers to addresses on the internet only.
    [Fact]
    public void Sweeps_StartByPolling() =>
        Assert.Contains("var starting = isPrivate ? 'polling' : startBy\n", Repository.Read("infra/main.bicep"), StringComparison.Ordinal);

    // The data account's tables are used by nobody; Durable uses all three of its own account.
    [Fact]
    public void Endpoints_AreThereForEachServiceThatIsUsed_WithTheNameOfTheService()
    {
        var network = Repository.Read("infra/modules/network.bicep");
        var endpoints = Endpoint().Matches(network).Select(endpoint => $"{endpoint.Groups[1].Value}: {endpoint.Groups[2].Value} {endpoint.Groups[3].Value}");

        Assert.Equal(
            ["data-blob: dataAccountId blob", "data-queue: dataAccountId queue", "hub-blob: hubAccountId blob", "hub-queue: hubAccountId queue", "hub-table: hubAccountId table"],
            endpoints);
        Assert.Matches(@"privateLinkServiceId: endpoint\.account\s+groupIds: \[endpoint\.service\]\n", network);
        Assert.Contains("privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', 'privatelink.${endpoint.service}.", network, StringComparison.Ordinal);
        Assert.Contains("for service in services: {\n  name: 'privatelink.${service}.${environment().suffixes.storage}'\n", network, StringComparison.Ordinal);
        Assert.Contains("var services = ['blob', 'queue', 'table']\n", network, StringComparison.Ordinal);
        Assert.Matches(@"dataAccountId: dataAccount\.outputs\.id\s+hubAccountId: hubAccount\.outputs\.id\n", Repository.Read("infra/main.bicep"));
    }

    [Fact]
    public void Addresses_OfTheApps_HaveNamesInTheNetwork()
    {
        var zone = Repository.Read("infra/modules/environment-zone.bicep");

        Assert.Matches(@"module zone 'modules/environment-zone\.bicep' = if \(isPrivate\)[\s\S]*domain: host\.outputs\.domain\s+address: host\.outputs\.address\s+networkId: privateNetwork", Repository.Read("infra/main.bicep"));
        Assert.Contains("for name in ['*', '@']", zone, StringComparison.Ordinal);
        Assert.Contains("ipv4Address: address", zone, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"name: '([a-z-]+)'\s+account: (\w+)\s+service: '(\w+)'")]
    private static partial Regex Endpoint();
}

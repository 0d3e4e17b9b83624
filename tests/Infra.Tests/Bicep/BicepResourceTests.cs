namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>Types and versions that were seen in public files, and no others: infra/README.md says where.</summary>
public class BicepResourceTests(InfraBicep bicep)
{
    private static readonly string[] Allowed =
    [
        "Microsoft.App/containerApps@2026-01-01",
        "Microsoft.App/managedEnvironments@2026-01-01",
        "Microsoft.Authorization/roleAssignments@2022-04-01",
        "Microsoft.Consumption/budgets@2023-11-01",
        "Microsoft.ContainerRegistry/registries@2025-11-01",
        "Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15",
        "Microsoft.EventGrid/systemTopics@2025-02-15",
        "Microsoft.Insights/actionGroups@2023-01-01",
        "Microsoft.Insights/components@2020-02-02",
        "Microsoft.Insights/diagnosticSettings@2021-05-01-preview",
        "Microsoft.Insights/scheduledQueryRules@2023-12-01",
        "Microsoft.Insights/workbooks@2023-06-01",
        "Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30",
        "Microsoft.Network/privateDnsZones/A@2024-06-01",
        "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01",
        "Microsoft.Network/privateDnsZones@2024-06-01",
        "Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01",
        "Microsoft.Network/privateEndpoints@2024-05-01",
        "Microsoft.Network/virtualNetworks@2024-05-01",
        "Microsoft.OperationalInsights/workspaces@2025-07-01",
        "Microsoft.Resources/resourceGroups@2024-03-01",
        "Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01",
        "Microsoft.Storage/storageAccounts/blobServices@2025-06-01",
        "Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01",
        "Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01",
        "Microsoft.Storage/storageAccounts/queueServices@2025-06-01",
        "Microsoft.Storage/storageAccounts@2025-06-01",
    ];

    [Fact]
    public void Resource_TypeAndVersion_AreOfTheList() =>
        Assert.Equal(Allowed, bicep.Files.SelectMany(file => file.Resources).Select(resource => resource.Type).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void StorageAccount_ThatIsMade_HasNoKeysAndNothingPublic()
    {
        var account = Made("Microsoft.Storage/storageAccounts@");

        Assert.Contains("allowSharedKeyAccess: false", account, StringComparison.Ordinal);
        Assert.Contains("allowBlobPublicAccess: false", account, StringComparison.Ordinal);
        Assert.Contains("minimumTlsVersion: 'TLS1_2'", account, StringComparison.Ordinal);
        Assert.Contains("supportsHttpsTrafficOnly: true", account, StringComparison.Ordinal);
        Assert.Contains("publicAccess: 'None'", Made("Microsoft.Storage/storageAccounts/blobServices/containers@"), StringComparison.Ordinal);
    }

    [Fact]
    public void Registry_AndTelemetry_TakeIdentitiesOnly()
    {
        var registry = Made("Microsoft.ContainerRegistry/registries@");

        Assert.Contains("adminUserEnabled: false", registry, StringComparison.Ordinal);
        Assert.Contains("anonymousPullEnabled: false", registry, StringComparison.Ordinal);
        Assert.Contains("DisableLocalAuth: true", Made("Microsoft.Insights/components@"), StringComparison.Ordinal);
        Assert.Contains("destination: 'azure-monitor'", Repository.Read("infra/modules/environment.bicep"), StringComparison.Ordinal);
    }

    private string Made(string type) =>
        Assert.Single(bicep.Files.SelectMany(file => file.Resources), resource => !resource.Existing && resource.Type.StartsWith(type, StringComparison.Ordinal)).Text;
}

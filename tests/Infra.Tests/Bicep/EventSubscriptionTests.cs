namespace NeuralStyle.Infra.Tests.Bicep;

public class EventSubscriptionTests
{
    // Of all that happens in the account, the app is told of new blobs among the manifests: results and checkpoints are written every few seconds.
    [Fact]
    public void Subscription_IsForNewBlobsAmongManifests()
    {
        var events = Repository.Read("infra/events.bicep");

        Assert.Matches(
            @"filter: \{\s+includedEventTypes: \['Microsoft\.Storage\.BlobCreated'\]\s+subjectBeginsWith: '/blobServices/default/containers/\$\{names\.containers\.sweeps\}/blobs/'\s+\}\n", events);
        Assert.Contains("endpointUrl: webhook\n", events, StringComparison.Ordinal);
    }

    [Fact]
    public void Topic_IsOfTheDataAccount()
    {
        Assert.Contains("source: accountId\n", Repository.Read("infra/modules/topic.bicep"), StringComparison.Ordinal);
        Assert.Matches(@"module topic 'modules/topic\.bicep' = if \(starting == 'events'\) \{[^}]*params: \{[^}]*\n    accountId: dataAccount\.outputs\.id\n", Repository.Read("infra/main.bicep"));
    }
}

// The data account's events. The subscription comes after the first deployment: see events.bicep.

@description('Where the topic lives: where the account does.')
param location string

@description('Tags of the topic.')
param tags object

@description('Makes the name unique.')
param token string

@description('The data account.')
param accountId string

@description('The workspace that gets the counts of events, and what attempts to deliver them ended in.')
param workspaceId string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-${token}'
  location: location
  tags: tags
  properties: {
    source: accountId
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource telemetry 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'metrics-to-workspace'
  scope: topic
  properties: {
    workspaceId: workspaceId
    // Attempts that failed are a log: the metric of them is not among those that can be sent to a workspace.
    logs: [
      {
        category: 'DeliveryFailures'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output name string = topic.name

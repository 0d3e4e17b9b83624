// What is in the data account: containers and queues, by the names that the code uses, and how long blobs are kept.

@description('The data account.')
param accountName string

@description('Days after which an input image that was not changed is removed; 0 keeps them.')
@minValue(0)
param inputDays int

@description('Days after which results and trials that were not changed move to the cool tier.')
@minValue(1)
param coolDays int

@description('Days after which results and trials that were not changed are removed; 0 keeps them. A trial that is gone is computed again when it is asked for.')
@minValue(0)
param resultDays int

@description('The workspace that gets the log of writes to queues.')
param workspaceId string

var names = loadJsonContent('../names.json')
var containerNames = concat(map(items(names.containers), item => item.value), [names.host.container])
var queueNames = concat(map(items(names.queues), item => item.value), [names.host.blobTriggerQueue], names.host.poisonQueues)

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    // Not for blobs: progress and status are written anew every few seconds, and each would leave a copy to pay for.
    deleteRetentionPolicy: {
      enabled: false
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 7
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [for name in containerNames: {
  parent: blobs
  name: name
  properties: {
    publicAccess: 'None'
  }
}]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [for name in queueNames: {
  parent: queueService
  name: name
}]

// Poison messages are seen here, whichever queue they are of: Azure Monitor has no metric of a single queue's length.
resource queueLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'writes-to-workspace'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
    ]
  }
}

var outputs = [
  '${names.containers.results}/'
  '${names.containers.trials}/'
]

var cool = {
  tierToCool: {
    daysAfterModificationGreaterThan: coolDays
  }
}

var expiry = {
  delete: {
    daysAfterModificationGreaterThan: resultDays
  }
}

var outputRule = {
  name: 'unchanged-outputs'
  enabled: true
  type: 'Lifecycle'
  definition: {
    filters: {
      blobTypes: ['blockBlob']
      prefixMatch: outputs
    }
    actions: {
      baseBlob: resultDays > 0 ? union(cool, expiry) : cool
    }
  }
}

var inputRule = {
  name: 'unchanged-input'
  enabled: true
  type: 'Lifecycle'
  definition: {
    filters: {
      blobTypes: ['blockBlob']
      prefixMatch: ['${names.containers.input}/']
    }
    actions: {
      baseBlob: {
        delete: {
          daysAfterModificationGreaterThan: inputDays
        }
      }
    }
  }
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: inputDays > 0 ? [outputRule, inputRule] : [outputRule]
    }
  }
}

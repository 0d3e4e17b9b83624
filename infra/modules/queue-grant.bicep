// A role on one queue.

@description('The storage account.')
param accountName string

@description('The queue of that account.')
param queueName string

@description('Who gets the role.')
param principalId string

@description('What it is: an identity, a person or a group.')
@allowed(['ServicePrincipal', 'User', 'Group'])
param principalType string

@description('Id of the built-in role.')
param roleId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' existing = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' existing = {
  parent: queueService
  name: queueName
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(queue.id, principalId, roleId)
  scope: queue
  properties: {
    principalId: principalId
    principalType: principalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)
  }
}

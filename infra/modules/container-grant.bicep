// A role on one container.

@description('The storage account.')
param accountName string

@description('The container of that account.')
param containerName string

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

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = {
  parent: account
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: blobs
  name: containerName
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(container.id, principalId, roleId)
  scope: container
  properties: {
    principalId: principalId
    principalType: principalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)
  }
}

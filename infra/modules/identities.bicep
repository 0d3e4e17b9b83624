// One identity for each app, so that each can be given only what it does. Who may do what: grants.json.

@description('Where the identities live.')
param location string

@description('Tags of every resource.')
param tags object

@description('Makes names unique: the same in all modules.')
param token string

resource control 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-control-${token}'
  location: location
  tags: tags
}

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-worker-${token}'
  location: location
  tags: tags
}

output controlName string = control.name
output controlPrincipalId string = control.properties.principalId
output workerName string = worker.name
output workerPrincipalId string = worker.properties.principalId

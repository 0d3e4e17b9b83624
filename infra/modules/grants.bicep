// Who may do what: every line of grants.json, and nothing else.

@description('The data account.')
param dataAccountName string

@description('The task hub account.')
param hubAccountName string

@description('The registry.')
param registryName string

@description('Application Insights.')
param insightsName string

@description('Principal of the control app.')
param controlPrincipalId string

@description('Principal of the worker.')
param workerPrincipalId string

@description('The person or group that submits sweeps; empty for none.')
param operatorPrincipalId string

@description('Whether that is a person, a group, or a pipeline.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorPrincipalType string

var grants = loadJsonContent('../grants.json')

var principals = {
  control: controlPrincipalId
  worker: workerPrincipalId
  operator: operatorPrincipalId
}

var principalTypes = {
  control: 'ServicePrincipal'
  worker: 'ServicePrincipal'
  operator: operatorPrincipalType
}

var accounts = {
  data: dataAccountName
  hub: hubAccountName
}

var containerGrants = filter(grants.containers, grant => !empty(principals[grant.to]))
var queueGrants = filter(grants.queues, grant => !empty(principals[grant.to]))

module onContainers 'container-grant.bicep' = [for grant in containerGrants: {
  name: take('grant-${grant.to}-${grant.on}-${uniqueString(grant.role)}', 64)
  params: {
    accountName: dataAccountName
    containerName: grant.on
    principalId: principals[grant.to]
    principalType: principalTypes[grant.to]
    roleId: grants.roles[grant.role]
  }
}]

module onQueues 'queue-grant.bicep' = [for grant in queueGrants: {
  name: take('grant-queue-${uniqueString(grant.to, grant.on, grant.role)}', 64)
  params: {
    accountName: dataAccountName
    queueName: grant.on
    principalId: principals[grant.to]
    principalType: principalTypes[grant.to]
    roleId: grants.roles[grant.role]
  }
}]

module onAccounts 'account-grant.bicep' = [for grant in grants.accounts: {
  name: take('grant-account-${uniqueString(grant.to, grant.on, grant.role)}', 64)
  params: {
    accountName: accounts[grant.on]
    principalId: principals[grant.to]
    roleId: grants.roles[grant.role]
  }
}]

module onRegistry 'registry-grant.bicep' = [for grant in grants.registry: {
  name: take('grant-registry-${grant.to}', 64)
  params: {
    registryName: registryName
    principalId: principals[grant.to]
    roleId: grants.roles[grant.role]
  }
}]

module onInsights 'insights-grant.bicep' = [for grant in grants.insights: {
  name: take('grant-insights-${grant.to}', 64)
  params: {
    insightsName: insightsName
    principalId: principals[grant.to]
    roleId: grants.roles[grant.role]
  }
}]

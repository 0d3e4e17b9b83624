// Logs, metrics and the dashboard. Telemetry is accepted from identities only.

@description('Where these resources live.')
param location string

@description('Tags of every resource.')
param tags object

@description('Makes names unique.')
param token string

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int

@description('Name of the worker app, for the dashboard.')
param workerName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-${token}'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}

var dashboardText = loadTextContent('../dashboard.json')
var dashboardOfComponent = replace(dashboardText, '{componentId}', insights.id)
var dashboardOfWorkspace = replace(dashboardOfComponent, '{workspaceId}', workspace.id)
var dashboard = replace(dashboardOfWorkspace, '{worker}', workerName)

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'neuralstyle-dashboard')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'NeuralStyle'
    category: 'workbook'
    version: 'Notebook/1.0'
    sourceId: insights.id
    serializedData: dashboard
  }
}

output workspaceId string = workspace.id
output insightsName string = insights.name

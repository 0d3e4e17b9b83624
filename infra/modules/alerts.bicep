// Every alert of alerts.json, over the workspace, and who is told.

@description('Where the rules live: where the workspace does.')
param location string

@description('Tags of every resource.')
param tags object

@description('Makes names unique.')
param token string

@description('The workspace that is asked.')
param workspaceId string

@description('Name of the worker app.')
param workerName string

@description('Who is told by mail; empty for nobody, and the alerts only show in the portal.')
param email string

@description('Minutes that a trial may wait for a worker before somebody is told.')
@minValue(1)
param queueWaitMinutes int

@description('Hours of GPU replicas in 24 hours before somebody is told.')
@minValue(1)
param gpuHoursADay int

var alerts = loadJsonContent('../alerts.json')

// Those that depend on the size of an installation; the others have theirs in alerts.json.
var thresholds = {
  'queue-wait': queueWaitMinutes * 60
  'gpu-hours': gpuHoursADay
}

// How far back a query looks, where that is farther than the rule's window. Two days is the most that a rule may; one that says 'ago' and has
// no range of its own is given as much.
var ranges = {
  'no-worker': 'P2D'
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'neuralstyle'
    enabled: true
    emailReceivers: [
      {
        name: 'mail'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in alerts: {
  name: 'alert-${alert.name}-${token}'
  location: location
  tags: tags
  properties: {
    displayName: 'NeuralStyle: ${alert.title}'
    description: '${alert.title}. What to do: docs/runbook.md#${alert.runbook}'
    enabled: true
    severity: alert.severity
    scopes: [workspaceId]
    evaluationFrequency: alert.every
    windowSize: alert.window
    overrideQueryTimeRange: contains(ranges, alert.name) ? ranges[alert.name] : null
    // The tables come with the first telemetry; until then the query has nothing to stand on.
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: replace(join(alert.query, '\n'), '{worker}', workerName)
          metricMeasureColumn: 'Value'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: contains(thresholds, alert.name) ? thresholds[alert.name] : alert.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: empty(email) ? [] : [people.id]
    }
  }
}]

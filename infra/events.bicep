// The second step of Event Grid: the subscription needs a key that the Functions host makes when it first runs, so hooks/subscribe-events.sh
// deploys this file after the apps.

@description('The system topic of the data account.')
param topicName string

@description('Where events are sent: the blob extension\'s webhook of the control app, with its key.')
@secure()
param webhook string

var names = loadJsonContent('names.json')

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource manifests 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'manifests'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: webhook
        maxEventsPerBatch: 1
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/${names.containers.sweeps}/blobs/'
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
  }
}

output name string = manifests.name

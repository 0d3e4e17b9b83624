// Where the images are. No admin user: the apps pull with their identities, people push with theirs.

@description('Where the registry lives.')
param location string

@description('Tags of the registry.')
param tags object

@description('Makes the name unique.')
param token string

@description('Premium can stream images, once that is switched on for a repository, which shortens the cold start of the GPU image; Basic holds 10 GiB, which is one GPU image.')
@allowed(['Basic', 'Standard', 'Premium'])
param sku string

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: 'cr${token}'
  location: location
  tags: tags
  sku: {
    name: sku
  }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
    publicNetworkAccess: 'Enabled'
  }
}

output name string = registry.name
output endpoint string = registry.properties.loginServer

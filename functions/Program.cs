using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;

// Settings are checked before anything starts; what is wrong with them is said all at once.
var builder = FunctionsApplication.CreateBuilder(args);
builder.Services
    .AddProcessor(ProcessorSettingsReader.Read(builder.Configuration))
    .AddAzureStorage(StorageConnection.FromConfiguration(builder.Configuration));

await builder.Build().RunAsync();

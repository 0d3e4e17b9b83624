using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Functions.Workers;

// Settings are checked before anything starts; what is wrong with them is said all at once.
var builder = FunctionsApplication.CreateBuilder(args);
var settings = ProcessorSettingsReader.Read(builder.Configuration);
HostQueues.Require(settings, builder.Configuration, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "host.json")));
builder.Services
    .AddProcessor(settings)
    .AddAzureStorage(StorageConnection.FromConfiguration(builder.Configuration))
    .AddOpenTelemetryExport(builder.Configuration)
    .AddSingleton<IWorkerProcess, FunctionsWorkerProcess>();

var app = builder.Build();
var condition = app.Services.GetRequiredService<WorkerCondition>();
await app.RunAsync();
// A worker that ends with 0 is not started again.
return condition.Fault is null ? 0 : WorkerCondition.ExitCode;

using Azure.Storage.Blobs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using NeuralStyle.Cli.Serve.Http;
using NeuralStyle.Cli.Serve.Timers;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Functions.Triggers;

namespace NeuralStyle.Cli.Serve;

/// <summary>
/// Every function of the Functions app and how this host calls it: written out, so that a reader sees what runs. A test holds it
/// against the app's [Function] methods.
/// </summary>
/// <param name="services">What the functions are made of.</param>
/// <param name="switchedOff">Names of those that this process leaves to others; none where it is left out.</param>
internal sealed class FunctionTable(IServiceProvider services, IReadOnlySet<string>? switchedOff = null)
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> _orchestrations = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(SweepOrchestration)] = async context => await SweepOrchestration.RunAsync(context),
        [nameof(TrialOrchestration)] = async context => await TrialOrchestration.RunAsync(context),
    };

    private readonly Dictionary<string, Func<string?, CancellationToken, Task<string?>>> _activities = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(PlanSweep)] = Activity<PlanSweep, PlanRequest>(services, async (f, input, stop) => await f.RunAsync(input, stop)),
        [nameof(PromoteTrials)] = Activity<PromoteTrials, PromoteRequest>(services, async (f, input, stop) => await f.RunAsync(input, stop)),
        [nameof(ProbeTrial)] = Activity<ProbeTrial, TrialRequest>(services, async (f, input, stop) => await f.RunAsync(input, stop)),
        [nameof(FindFinished)] = Activity<FindFinished, FinishedRequest>(services, async (f, input, stop) => await f.RunAsync(input, stop)),
        [nameof(EnqueueTrial)] = Activity<EnqueueTrial, TrialRequest>(services, async (f, input, stop) =>
        {
            await f.RunAsync(input, stop);
            return null;
        }),
        [nameof(RunTrialActivity)] = Activity<RunTrialActivity, TrialRequest>(services, async (f, input, stop) => await f.RunAsync(input, stop)),
        [nameof(UpdateStatus)] = Activity<UpdateStatus, StatusUpdate>(services, async (f, input, stop) => await f.RunAsync(input, stop)),
        [nameof(ComposeSheet)] = Activity<ComposeSheet, ComposeRequest>(services, async (f, input, stop) => await f.RunAsync(input, stop)),
    };

    private readonly Dictionary<string, QueueFunction> _queues = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(RunTrial)] = new(
            StoreLayout.TrialsQueue, services.GetRequiredService<ProcessorSettings>().Batch, (text, _, stop) => Make<RunTrial>(services).RunAsync(text, stop))
        {
            // The engine need not wait for the files of the trial before to be written.
            OnRelieved = relieved => services.GetRequiredService<TrialBatches>().Computed += relieved,
            KeyOf = TrialIdOf,
        },
        [nameof(OnTrialResult)] = new(
            StoreLayout.TrialResultsQueue, 16, (text, client, stop) => Make<OnTrialResult>(services).RunAsync(text, client, stop)),
        [nameof(OnSweepControl)] = new(
            StoreLayout.SweepControlsQueue, 16, (text, client, stop) => Make<OnSweepControl>(services).RunAsync(text, client, stop)),
        [nameof(OnTrialPoison)] = new(
            StoreLayout.TrialsPoisonQueue, 16, (text, client, stop) => Make<OnTrialPoison>(services).RunAsync(text, client, stop)),
    };

    private readonly Dictionary<string, Func<string, DurableTaskClient, CancellationToken, Task>> _blobs = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(StartSweep)] = (name, client, stop) => Make<StartSweep>(services).RunAsync(Manifest(services, name), client, stop),
        [nameof(StartSweepOnEvent)] = (name, client, stop) => Make<StartSweepOnEvent>(services).RunAsync(Manifest(services, name), client, stop),
    };

    private readonly Dictionary<string, HttpFunction> _https = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(SubmitSweep)] = new("post", SubmitSweep.Route, (request, route, client, stop) =>
            Make<SubmitSweep>(services).RunAsync(request, route("sweep"), client, stop)),
        [nameof(GetSweep)] = new("get", GetSweep.Route, (request, route, client, stop) =>
            Make<GetSweep>(services).RunAsync(request, route("sweep"), client, stop)),
        [nameof(ControlSweep)] = new("post", ControlSweep.Route, (request, route, client, stop) =>
            Make<ControlSweep>(services).RunAsync(request, route("sweep"), route("request"), client, stop)),
        [nameof(LinkSheet)] = new("get", LinkSheet.Route, (request, route, _, stop) =>
            Make<LinkSheet>(services).RunAsync(request, route("sweep"), stop)),
        [nameof(CheckHealth)] = new("get", CheckHealth.Route, (request, _, _, stop) =>
            Make<CheckHealth>(services).RunAsync(request, stop)),
    };

    private readonly Dictionary<string, TimerFunction> _timers = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(PurgeHistory)] = new(nameof(PurgeHistory), PurgeHistory.Schedule, (timer, client, stop) =>
            Make<PurgeHistory>(services).RunAsync(timer, client, stop)),
    };

    public IEnumerable<string> OrchestrationNames => _orchestrations.Keys;

    public IEnumerable<string> ActivityNames => _activities.Keys;

    /// <summary>Names of all functions.</summary>
    public IEnumerable<string> Names =>
        [.. _orchestrations.Keys, .. _activities.Keys, .. _queues.Keys, .. _blobs.Keys, .. _https.Keys, .. _timers.Keys];

    /// <summary>The functions that messages trigger.</summary>
    public IEnumerable<QueueFunction> QueueFunctions => _queues.Where(function => Serves(function.Key)).Select(function => function.Value);

    /// <summary>The functions that requests trigger.</summary>
    public IEnumerable<HttpFunction> HttpFunctions => _https.Where(function => Serves(function.Key)).Select(function => function.Value);

    /// <summary>The functions that timers trigger.</summary>
    public IEnumerable<TimerFunction> TimerFunctions => _timers.Where(function => Serves(function.Key)).Select(function => function.Value);

    /// <summary>Whether this process serves a function.</summary>
    public bool Serves(string name) => switchedOff?.Contains(name) is not true;

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestration(string name) => Serves(name) ? _orchestrations.GetValueOrDefault(name) : null;

    /// <summary>An activity: JSON in, JSON out.</summary>
    public Func<string?, CancellationToken, Task<string?>>? FindActivity(string name) => Serves(name) ? _activities.GetValueOrDefault(name) : null;

    /// <summary>Calls the function that a manifest triggers.</summary>
    public Task StartSweepAsync(string manifestName, DurableTaskClient client, CancellationToken stop) =>
        _blobs[nameof(StartSweep)](manifestName, client, stop);

    private static string TrialIdOf(string message)
    {
        try
        {
            return QueueMessageJson.Read<TrialMessage>(message).TrialId;
        }
        catch (System.Text.Json.JsonException)
        {
            // The function itself says so.
            return message;
        }
    }

    private static BlobClient Manifest(IServiceProvider services, string name) =>
        services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StoreLayout.SweepsContainer).GetBlobClient(name);

    private static T Make<T>(IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);

    private static Func<string?, CancellationToken, Task<string?>> Activity<TFunction, TInput>(
        IServiceProvider services, Func<TFunction, TInput, CancellationToken, Task<object?>> call)
        where TInput : class =>
        async (json, stop) =>
        {
            var input = JsonDataConverter.Default.Deserialize<TInput>(json)
                ?? throw new InvalidOperationException($"{typeof(TFunction).Name} was called without input.");
            return JsonDataConverter.Default.Serialize(await call(Make<TFunction>(services), input, stop));
        };
}

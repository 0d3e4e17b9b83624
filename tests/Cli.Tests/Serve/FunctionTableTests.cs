using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Cli.Serve.Http;
using NeuralStyle.Cli.Serve.Timers;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Triggers;

namespace NeuralStyle.Cli.Tests.Serve;

public sealed class FunctionTableTests
{
    [Fact]
    public void Names_AreThoseOfEveryFunctionOfTheApp()
    {
        using var services = new ServiceCollection().AddSingleton(new ProcessorSettings()).BuildServiceProvider();

        var wired = new FunctionTable(services).Names.Order();

        var declared = typeof(ProcessorServices).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>()
            .Order();
        Assert.Equal(declared, wired);
    }

    [Fact]
    public void HttpFunctions_HaveTheMethodsAndRoutesOfTheirTriggers()
    {
        using var services = new ServiceCollection().AddSingleton(new ProcessorSettings()).BuildServiceProvider();

        var wired = new FunctionTable(services).HttpFunctions.Select(function => $"{function.Method} {function.Route}").Order();

        Assert.Equal(Triggers<HttpTriggerAttribute>().Select(trigger => $"{Assert.Single(trigger.Methods!)} {trigger.Route}").Order(), wired);
    }

    [Fact]
    public void HttpFunctionsOfSweeps_AskForAKeyInAzure() => Assert.All(
        Triggers<HttpTriggerAttribute>().Where(trigger => trigger.Route!.StartsWith("sweeps/", StringComparison.Ordinal)),
        trigger => Assert.Equal(AuthorizationLevel.Function, trigger.AuthLevel));

    [Fact]
    public void TimerFunctions_HaveTheSchedulesOfTheirTriggersAndThisHostKnowsThem()
    {
        using var services = new ServiceCollection().AddSingleton(new ProcessorSettings()).BuildServiceProvider();

        var wired = new FunctionTable(services).TimerFunctions.Select(function => function.Schedule).ToList();

        Assert.Equal(Triggers<TimerTriggerAttribute>().Select(trigger => trigger.Schedule).Order(), wired.Order());
        Assert.All(wired, schedule => DailySchedule.Parse(schedule));
    }

    [Fact]
    public void Prefix_HostFileStatesOne_IsThat()
    {
        var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json"))).RootElement;

        Assert.Equal(ApiHost.Prefix, host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }

    /// <summary>This host looks for manifests itself, so that nothing else here would see it if Azure looked at another place.</summary>
    [Fact]
    public void BlobTriggers_OfManifests_WatchTheirContainerByTheirTwoSources() => Assert.Equal(
        [
            (nameof(StartSweep), $"{StoreLayout.SweepsContainer}/{{name}}", BlobTriggerSource.LogsAndContainerScan),
            (nameof(StartSweepOnEvent), $"{StoreLayout.SweepsContainer}/{{name}}", BlobTriggerSource.EventGrid),
        ],
        typeof(ProcessorServices).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters(), (method, parameter) => (method, Trigger: parameter.GetCustomAttribute<BlobTriggerAttribute>()))
            .Where(found => found.Trigger is not null)
            .Select(found => (found.method.GetCustomAttribute<FunctionAttribute>()!.Name, found.Trigger!.BlobPath, found.Trigger.Source))
            .OrderBy(found => found.Name, StringComparer.Ordinal));

    [Fact]
    public void QueueFunctions_HaveTheQueuesOfTheirTriggers()
    {
        using var services = new ServiceCollection().AddSingleton(new ProcessorSettings()).BuildServiceProvider();

        var wired = new FunctionTable(services).QueueFunctions.Select(function => function.Queue).Order();

        var declared = typeof(ProcessorServices).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName)
            .OfType<string>()
            .Order();
        Assert.Equal(declared, wired);
    }

    private static IEnumerable<T> Triggers<T>()
        where T : Attribute => typeof(ProcessorServices).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<T>())
            .OfType<T>();
}

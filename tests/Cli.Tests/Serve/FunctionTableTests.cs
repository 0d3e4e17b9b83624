using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NeuralStyle.Cli.Serve;
using NeuralStyle.Functions.Settings;

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
}

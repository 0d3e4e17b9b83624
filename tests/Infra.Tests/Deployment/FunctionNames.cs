using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Infra.Tests.Deployment;

/// <summary>The functions of the code, and the queues that start some of them.</summary>
internal static class FunctionNames
{
    public static IReadOnlyList<string> OfTheCode { get; } = [.. Methods().Select(found => found.Name).Order(StringComparer.Ordinal)];

    public static IReadOnlyDictionary<string, string> QueueOfFunction { get; } =
        (from found in Methods()
         from parameter in found.Method.GetParameters()
         let queue = parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName
         where queue is not null
         select (found.Name, queue)).ToDictionary();

    public static IReadOnlyList<string> Queues { get; } = [.. QueueOfFunction.Values.Order(StringComparer.Ordinal)];

    private static IEnumerable<(string Name, MethodInfo Method)> Methods() =>
        from type in typeof(StoreLayout).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (function.Name, method);
}

using System.Reflection;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Infra.Tests.Operations;

/// <summary>The lines that the app can log, as its code has them.</summary>
internal static class LogLines
{
    private static readonly (string Line, bool OfAnException)[] All =
        [.. from type in typeof(StoreLayout).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            let line = method.GetCustomAttribute<LoggerMessageAttribute>()?.Message
            where line is not null
            select (line, method.GetParameters().Any(parameter => parameter.ParameterType.IsAssignableTo(typeof(Exception))))];

    public static IReadOnlyList<string> OfTheCode { get; } = [.. All.Select(one => one.Line)];

    /// <summary>Those that tell of an exception: Application Insights keeps them as exceptions (AppExceptions), the others as traces (AppTraces).</summary>
    public static IReadOnlyList<string> OfExceptions { get; } = [.. All.Where(one => one.OfAnException).Select(one => one.Line)];
}

#nullable enable

using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Microsoft.DurableTask;

public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>
    /// Whether the type that <see cref="ErrorType"/> names is the given one or derives from it; <see cref="InnerFailure"/>
    /// does not count. False where no loaded assembly has that type.
    /// </summary>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
            throw new ArgumentException($"{targetBaseExceptionType} is no exception type.", nameof(targetBaseExceptionType));

        return !string.IsNullOrEmpty(ErrorType) && targetBaseExceptionType.IsAssignableFrom(FindErrorType(targetBaseExceptionType.Assembly));
    }

    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Describe(exception);
    }

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    [return: NotNullIfNotNull(nameof(exception))]
    private static TaskFailureDetails? Describe(Exception? exception) => exception is null
        ? null
        : new(exception.GetType().ToString(), exception.Message, exception.StackTrace, Describe(exception.InnerException), null);

    /// <summary>The base library and the likely assembly first: a name found there is not ambiguous.</summary>
    private Type? FindErrorType(Assembly likely)
    {
        if (Type.GetType(ErrorType) is { } known)
            return known;
        if (likely.GetType(ErrorType) is { } expected)
            return expected;

        var candidates = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(ErrorType)).OfType<Type>().ToList();
        return candidates.Count <= 1
            ? candidates.FirstOrDefault()
            : throw new AmbiguousMatchException($"{candidates.Count} loaded assemblies have an exception type named '{ErrorType}'.");
    }
}

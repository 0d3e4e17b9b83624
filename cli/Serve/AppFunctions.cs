using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Triggers;

namespace NeuralStyle.Cli.Serve;

/// <summary>The functions of the app by name, and which of them a process leaves to others.</summary>
internal static class AppFunctions
{
    // What a worker serves, as the container with the GPU does.
    private static readonly string[] OfWorkers = [nameof(RunTrial), nameof(CheckHealth)];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(ProcessorServices).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What a process is not to serve: what its role leaves to others, and what the settings switch off.</summary>
    /// <param name="role">The role.</param>
    /// <param name="variables">The environment's variables.</param>
    /// <exception cref="SettingsException">One of them names no function, or has no value that it may have.</exception>
    public static IReadOnlySet<string> SwitchedOff(ServeRole role, IEnumerable<KeyValuePair<string, string?>> variables)
    {
        var off = new HashSet<string>(DisabledFunctions.Read(variables, Names), StringComparer.OrdinalIgnoreCase);
        if (role == ServeRole.Control)
            off.Add(nameof(RunTrial));
        else if (role == ServeRole.Worker)
            off.UnionWith(Names.Except(OfWorkers));
        return off;
    }
}

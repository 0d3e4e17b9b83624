using System.Text.RegularExpressions;

namespace NeuralStyle.Functions.Settings;

/// <summary>
/// Which functions the settings switch off, as the Functions host reads them: <c>AzureWebJobs.{Name}.Disabled</c>, or
/// <c>AzureWebJobs_{Name}_Disabled</c> where a shell allows no dots, is <c>true</c> or <c>1</c>. The host leaves any other value and any
/// other name alone without a word; here they are errors.
/// </summary>
public static partial class DisabledFunctions
{
    /// <summary>Reads them.</summary>
    /// <param name="variables">All settings by their full names; what is none of these is passed over.</param>
    /// <param name="functions">The app's functions.</param>
    /// <returns>Names of the functions that are switched off.</returns>
    /// <exception cref="SettingsException">One names no function, or has another value.</exception>
    public static IReadOnlySet<string> Read(IEnumerable<KeyValuePair<string, string?>> variables, IReadOnlyCollection<string> functions)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(functions);
        var problems = new List<string>();
        var disabled = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in variables.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (Pattern().Match(name) is not { Success: true } match)
                continue;
            var (function, separator) = (match.Groups["function"].Value, match.Groups["separator"].Value);
            if (separator == "__")
                problems.Add($"{name} has double underscores, which the Functions host doesn't read here; allowed are AzureWebJobs.{function}.Disabled and AzureWebJobs_{function}_Disabled.");
            else if (!functions.Contains(function, StringComparer.OrdinalIgnoreCase))
                problems.Add($"{name} names no function; there are {string.Join(", ", functions.Order(StringComparer.Ordinal))}.");
            else if (IsTrue(value, name, problems))
                disabled.Add(function);
        }

        return problems.Count == 0 ? disabled : throw new SettingsException(problems);
    }

    private static bool IsTrue(string? value, string name, List<string> problems)
    {
        switch (value?.ToUpperInvariant())
        {
            case "TRUE" or "1":
                return true;
            case "FALSE" or "0" or "" or null:
                return false;
            default:
                problems.Add($"{name} is '{value}'; allowed are true, 1, false and 0.");
                return false;
        }
    }

    [GeneratedRegex("^AzureWebJobs(?<separator>__|[._])(?<function>.+?)(?:__|[._])Disabled$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}

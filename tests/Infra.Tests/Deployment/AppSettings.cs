using System.Text.RegularExpressions;

namespace NeuralStyle.Infra.Tests.Deployment;

/// <summary>Settings that a Bicep file gives an app: name to expression, as they stand in a variable of it.</summary>
internal static partial class AppSettings
{
    public static IReadOnlyDictionary<string, string> Of(string file, string variable = "settings")
    {
        var text = Repository.Read(file);
        var start = text.IndexOf($"\nvar {variable} = {{\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{file} has no variable '{variable}'.");
        var body = text[start..text.IndexOf("\n}\n", start, StringComparison.Ordinal)];
        return Line().Matches(body).ToDictionary(line => line.Groups[1].Value, line => line.Groups[2].Value);
    }

    /// <summary>The value of an expression that is a text, or the name of what is given.</summary>
    public static string ValueOf(string expression, params (string Name, string Value)[] given) =>
        expression.StartsWith('\'') ? expression.Trim('\'') : given.Single(one => one.Name == expression).Value;

    [GeneratedRegex(@"^  (\w+): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}

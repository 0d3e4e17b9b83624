using System.Text.Json;

namespace NeuralStyle.Plan.Parameters;

/// <summary>The names of an enum's members as documents write them: kebab-case, made from the members, so that they can't drift.</summary>
public static class EnumNames
{
    /// <summary>All names, in the order of the members.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The name of a member.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    /// <summary>Finds a member by name; case doesn't matter.</summary>
    public static bool TryParse<T>(string name, out T member)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(Of(candidate), name, StringComparison.OrdinalIgnoreCase))
            {
                member = candidate;
                return true;
            }
        }

        member = default;
        return false;
    }
}

namespace NeuralStyle.Functions.Api;

/// <summary>The header If-None-Match: a list of versions in quotes, or <c>*</c> for any. Weak ones count, as RFC 9110 has it for this header.</summary>
public static class EntityTags
{
    private const string Any = "*";
    private const string Weak = "W/";

    /// <summary>A version as a header has it.</summary>
    public static string Quoted(string etag) => $"\"{etag}\"";

    /// <summary>Whether a header names a version; any version that there is matches <c>*</c>.</summary>
    /// <param name="header">The header's value.</param>
    /// <param name="etag">The version, without quotes; null where there is nothing.</param>
    public static bool Matches(string header, string? etag)
    {
        ArgumentNullException.ThrowIfNull(header);
        return etag is not null && header.Split(',', StringSplitOptions.TrimEntries).Any(one =>
            one == Any || (one.StartsWith(Weak, StringComparison.Ordinal) ? one[Weak.Length..] : one) == Quoted(etag));
    }
}

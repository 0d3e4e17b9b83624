using System.Text.RegularExpressions;

namespace NeuralStyle.Infra.Tests.Documents;

/// <summary>A page: its links, the anchors of its headings, what it sets as code.</summary>
internal sealed partial class MarkdownPage(string name)
{
    private readonly string _prose = Fenced().Replace(Repository.Read(name), "\n");

    public string Name => name;

    public IEnumerable<string> Links => Link().Matches(_prose).Select(link => link.Groups[1].Value);

    /// <summary>As GitHub makes them of headings: lower case, no punctuation, hyphens for spaces.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(_prose)
        .Select(heading => NotInAnchor().Replace(heading.Groups[1].Value.ToLowerInvariant(), "").Trim().Replace(' ', '-'));

    public IEnumerable<string> Headings(int level) => Heading().Matches(_prose)
        .Where(heading => heading.Value.StartsWith($"{new string('#', level)} ", StringComparison.Ordinal)).Select(heading => heading.Groups[1].Value);

    /// <summary>What stands between backticks, line breaks within as spaces.</summary>
    public IEnumerable<string> Code => Backticks().Matches(_prose).Select(code => Spaces().Replace(code.Groups[1].Value, " "));

    [GeneratedRegex(@"^```[\s\S]*?^```", RegexOptions.Multiline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"`([^`]+)`")]
    private static partial Regex Backticks();

    /// <summary>Any white space: lines are broken where it fits.</summary>
    [GeneratedRegex(@"\s+")]
    public static partial Regex Spaces();
}

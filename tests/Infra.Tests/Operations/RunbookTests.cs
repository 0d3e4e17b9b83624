using System.Text.RegularExpressions;
using NeuralStyle.Infra.Tests.Documents;

namespace NeuralStyle.Infra.Tests.Operations;

public partial class RunbookTests
{
    private static readonly MarkdownPage Page = new("docs/runbook.md");

    [Fact]
    public void Entries_AreTen_EachWithWhatShowsAQueryAndWhatToDo()
    {
        var entries = Repository.Read(Page.Name).Split("\n## ")[1..];

        Assert.Equal(10, entries.Length);
        Assert.All(entries, entry =>
        {
            Assert.Contains("**Shows**: ", entry, StringComparison.Ordinal);
            Assert.Contains("\n**Do**", entry, StringComparison.Ordinal);
        });
        Assert.Equal(9, entries.Count(entry => entry.Contains("```kusto\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void Lines_OfTheLogThatAreQuoted_AreThoseOfTheCode()
    {
        // Lines have words in them and a value of theirs in braces; paths have no spaces, manifests small letters, programs options.
        var quoted = Page.Code.Where(code => LineOfTheLog().IsMatch(code) && code.Contains(' ', StringComparison.Ordinal) && !code.StartsWith("az ", StringComparison.Ordinal)).ToList();

        Assert.Contains(quoted, line => line.StartsWith("This worker leaves its process", StringComparison.Ordinal));
        Assert.Contains(quoted, line => line.EndsWith("given up by the queue", StringComparison.Ordinal));
        Assert.Empty(quoted.Except(LogLines.OfTheCode));
    }

    // Application Insights keeps a line that comes with an exception among the exceptions: one who looks in the traces finds nothing.
    [Fact]
    public void Line_ThatTellsOfAnException_IsSaidToBeAmongTheExceptions()
    {
        var text = MarkdownPage.Spaces().Replace(Repository.Read(Page.Name), " ");
        var quoted = Page.Code.Intersect(LogLines.OfExceptions).ToList();

        Assert.NotEmpty(quoted);
        Assert.All(quoted, line => Assert.Contains($"`{line}` (in `AppExceptions`)", text, StringComparison.Ordinal));
        Assert.Equal(quoted.Count, InExceptions().Count(text));
    }

    [Fact]
    public void Attempts_AtAManifestsEvent_AreThoseOfHostJson()
    {
        var attempts = Repository.ReadJson("host.json").GetProperty("extensions").GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32();

        Assert.Equal(3, attempts);
        Assert.Contains("failed three times (`poisonBlobThreshold`)", Repository.Read(Page.Name), StringComparison.Ordinal);
    }

    // What the page tells the operator to do with a queue, the operator may do.
    [Fact]
    public void Queue_ThatTheOperatorIsToldToClear_IsOneThatTheOperatorMayTakeFrom()
    {
        var grants = Repository.ReadJson("infra/grants.json").GetProperty("queues").EnumerateArray()
            .Where(grant => grant.GetProperty("to").GetString() == "operator" && grant.GetProperty("role").GetString() == "Storage Queue Data Message Processor")
            .Select(grant => grant.GetProperty("on").GetString());

        var told = ToldToClear().Match(MarkdownPage.Spaces().Replace(Repository.Read(Page.Name), " ")).Groups["queue"].Captures.Select(queue => queue.Value);

        Assert.Equal(
            Repository.ReadJson("infra/names.json").GetProperty("host").GetProperty("poisonQueues").EnumerateArray().Select(queue => queue.GetString()).Order(StringComparer.Ordinal),
            told.Order(StringComparer.Ordinal));
        Assert.Equal(told.Order(StringComparer.Ordinal), grants.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"The operator may look at the three that nobody takes from \((`(?<queue>[a-z-]+)`(, )?)+\), and remove: ", RegexOptions.ExplicitCapture)]
    private static partial Regex ToldToClear();

    [GeneratedRegex(@"` \(in `AppExceptions`\)")]
    private static partial Regex InExceptions();

    [GeneratedRegex(@"\{[A-Z]\w*(:[^}]*)?\}")]
    private static partial Regex LineOfTheLog();
}

namespace NeuralStyle.Infra.Tests.Documents;

public class LinkTests
{
    [Fact]
    public void Link_WithinTheRepository_LeadsToAFileAndAHeading()
    {
        var pages = Repository.Files(".", "*.md");
        var broken =
            from page in pages.Select(name => new MarkdownPage(name))
            from link in page.Links
            where !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal) && !Leads(page, link)
            select $"{page.Name}: {link}";

        Assert.Empty(broken);
        Assert.Contains("docs/azure.md", pages);
    }

    private static bool Leads(MarkdownPage page, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0
            ? page.Name
            : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.PathOf(Path.GetDirectoryName(page.Name)!), parts[0])));
        return Path.Exists(Repository.PathOf(target)) && (parts.Length == 1 || new MarkdownPage(target).Anchors.Contains(parts[1]));
    }
}

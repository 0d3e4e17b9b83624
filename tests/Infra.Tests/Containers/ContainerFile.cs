using System.Text.RegularExpressions;

namespace NeuralStyle.Infra.Tests.Containers;

/// <summary>A container file: its instructions, by stage.</summary>
internal sealed partial class ContainerFile
{
    private ContainerFile(IReadOnlyList<(string Word, string Text)> instructions) => Instructions = instructions;

    /// <summary>Instructions in order: the word, and the rest on one line.</summary>
    public IReadOnlyList<(string Word, string Text)> Instructions { get; }

    public static ContainerFile Read(string file)
    {
        var lines = Repository.Read(file).Split('\n').Where(line => !line.TrimStart().StartsWith('#'));
        var whole = Continued().Replace(string.Join('\n', lines), " ");
        return new ContainerFile([.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts.Length > 1 ? Spaces().Replace(parts[1], " ") : ""))]);
    }

    /// <summary>What a stage is made from, and its instructions.</summary>
    public (string From, IReadOnlyList<(string Word, string Text)> Instructions) Stage(string name)
    {
        var start = Instructions.Index().Single(one => one.Item.Word == "FROM" && one.Item.Text.EndsWith($" AS {name}", StringComparison.Ordinal)).Index;
        return (Instructions[start].Text.Split(' ')[0], [.. Instructions.Skip(start + 1).TakeWhile(one => one.Word != "FROM")]);
    }

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using NeuralStyle.Plan.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NeuralStyle.Plan.Manifests.Nodes;

/// <summary>
/// Reads YAML (and so JSON) into nodes that keep their places. It refuses what a manifest has no use for and what can be made
/// to grow without bounds: anchors, aliases, tags, several documents, deep nesting.
/// </summary>
internal sealed partial class DocumentReader
{
    /// <summary>The deepest place of a valid manifest, a layer of a set of an experiment, has depth 6.</summary>
    private const int DeepestNesting = 16;

    private readonly IParser _parser;
    private readonly ProblemList _problems;

    private DocumentReader(IParser parser, ProblemList problems)
    {
        _parser = parser;
        _problems = problems;
    }

    /// <summary>Reads the only document of a text.</summary>
    /// <returns>Its root, or null when it can't be read; then the reason is among the problems.</returns>
    public static ManifestNode? Read(string text, ProblemList problems)
    {
        var reader = new DocumentReader(new YamlEvents(text), problems);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            var (line, column) = (Number(exception.Start.Line), Number(exception.Start.Column));
            problems.Add(line, column, string.Empty, $"not YAML: {Shown.Text(exception.Message, longest: 200)}{QuotesHint(text, line)}");
            return null;
        }
    }

    /// <summary>What to do where a comparison stands without quotes: to YAML, &gt; begins a folded text.</summary>
    private static string QuotesHint(string text, int line) =>
        Comparison().Match(text.Split('\n').ElementAtOrDefault(line - 1) ?? string.Empty) is { Success: true } match
            ? $" (a comparison needs quotes: '{Shown.Text(match.Groups["text"].Value)}')"
            : string.Empty;

    [GeneratedRegex(@":\s+(?<text>[>]=?\s*[0-9.][^\s,}\]]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Comparison();

    private ManifestNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out var end))
        {
            _problems.Add(1, 1, string.Empty, "the manifest is empty; content and style are needed");
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(depth: 1);
        if (root is null)
            return null;

        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<StreamEnd>(out end))
            return root;

        var start = _parser.Consume<DocumentStart>().Start;
        _problems.Add(Number(start.Line), Number(start.Column), string.Empty, "a second document begins here; a manifest is one document");
        return null;
    }

    /// <summary>Reads a node; null when it is nested too deep to go on.</summary>
    private ManifestNode? ReadNode(int depth)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Unusable(
                Number(alias.Start.Line),
                Number(alias.Start.Column),
                $"alias '*{Shown.Text(alias.Value.Value)}' is not allowed; write the value again");
        }

        var next = _parser.Consume<NodeEvent>();
        var (line, column) = (Number(next.Start.Line), Number(next.Start.Column));
        if (depth > DeepestNesting)
        {
            Refuse(line, column, $"nested deeper than {DeepestNesting} levels");
            return null;
        }

        if (!next.Anchor.IsEmpty)
            Refuse(line, column, $"anchor '&{Shown.Text(next.Anchor.Value)}' is not allowed; write the value where it is needed");
        if (!next.Tag.IsEmpty && !(next.Tag.IsNonSpecific && next is Scalar { IsQuotedImplicit: true }))
            Refuse(line, column, $"tag '{Shown.Text(next.Tag.Value)}' is not allowed; write the plain value");

        return next switch
        {
            Scalar scalar when !IsText(scalar.Value) => Unusable(line, column, "half of a surrogate pair is no text; write the whole"),
            Scalar scalar => ReadScalar(scalar, line, column),
            SequenceStart => ReadSequence(depth, line, column),
            MappingStart => ReadMapping(depth, line, column),
            _ => throw new InvalidOperationException($"a YAML event of type {next.GetType().Name} begins no node"),
        };
    }

    private void Refuse(int line, int column, string message) => _problems.Add(line, column, string.Empty, message);

    private UnusableNode Unusable(int line, int column, string message)
    {
        Refuse(line, column, message);
        return new UnusableNode(line, column);
    }

    private static ScalarNode ReadScalar(Scalar scalar, int line, int column)
    {
        var quotes = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var length = scalar.End.Column - scalar.Start.Column - (2 * quotes);
        var exact = scalar.Start.Line == scalar.End.Line && length == scalar.Value.Length;
        return new ScalarNode(
            new SourceText(scalar.Value, line, exact ? column + quotes : column, exact),
            scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any),
            line,
            column);
    }

    private SequenceNode? ReadSequence(int depth, int line, int column)
    {
        var items = new List<ManifestNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadNode(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }

        return new SequenceNode(items, line, column);
    }

    private MappingNode? ReadMapping(int depth, int line, int column)
    {
        var entries = new List<(ScalarNode, ManifestNode)>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is not { } key || ReadNode(depth + 1) is not { } value)
                return null;
            if (key is ScalarNode name)
                entries.Add((name, value));
            else if (key is not UnusableNode)
                _problems.Add(key, string.Empty, $"a key must be a single word, not {key.Kind}");
        }

        return new MappingNode(entries, line, column);
    }

    private static bool IsText(string value)
    {
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
                return false;
            rest = rest[length..];
        }

        return true;
    }

    private static int Number(long mark) => (int)Math.Clamp(mark, 1, int.MaxValue);
}

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NeuralStyle.Plan.Manifests.Nodes;

/// <summary>The events of a YAML text. Every fault of the text is a <see cref="YamlException"/> with its place.</summary>
internal sealed class YamlEvents : IParser
{
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    /// <summary>Begins to read a text.</summary>
    public YamlEvents(string text)
    {
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
    }

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (InvalidOperationException exception)
        {
            // What YamlDotNet's scanner throws when unquoted text in { } or [ ] goes on over the end of a line and is a key.
            var end = _scanner.CurrentPosition;
            const string Message =
                "text in { } or [ ] runs over the end of its line; is a bracket, a comma or a quotation mark missing before?";
            throw new YamlException(end, end, Message, exception);
        }
    }
}

using System.Net;

namespace NeuralStyle.Plan.Reports.Html;

/// <summary>Writes elements whose texts and attribute values are escaped by construction.</summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Opens an element. An attribute whose value is null is left out; an empty one is written by its name alone.</summary>
    public HtmlWriter Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        OpenUnclosed(tag, attributes);
        output.Write('>');
        return this;
    }

    /// <summary>Closes an element.</summary>
    public HtmlWriter Close(string tag)
    {
        output.Write("</");
        output.Write(tag);
        output.Write('>');
        return this;
    }

    /// <summary>Writes text.</summary>
    public HtmlWriter Text(string text)
    {
        output.Write(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <summary>Writes an element that holds only text.</summary>
    public HtmlWriter Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(tag, attributes).Text(text).Close(tag);

    /// <summary>Ends a line, for those who read the source of the page.</summary>
    public HtmlWriter Line()
    {
        output.Write('\n');
        return this;
    }

    /// <summary>Writes markup made by this project, such as a curve; never what a user typed.</summary>
    public HtmlWriter Markup(string markup)
    {
        output.Write(markup);
        return this;
    }

    /// <summary>Writes markup made by this project, such as base64.</summary>
    public HtmlWriter Markup(ReadOnlySpan<char> markup)
    {
        output.Write(markup);
        return this;
    }

    private void OpenUnclosed(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            output.Write(' ');
            output.Write(name);
            if (value.Length == 0)
                continue;
            output.Write("=\"");
            output.Write(WebUtility.HtmlEncode(value));
            output.Write('"');
        }
    }
}

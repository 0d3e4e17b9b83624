using System.Globalization;
using System.Security;
using System.Text;

namespace NeuralStyle.Plan.Reports.Plots;

/// <summary>Writes SVG: numbers the same in every culture, texts safe whatever users typed.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    /// <summary>Appends markup whose inserted values hold no text of users.</summary>
    public void Append(FormattableString markup) => _text.Append(markup.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>Appends a text element.</summary>
    /// <param name="x">Where it stands.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="attributes">Further attributes, markup.</param>
    /// <param name="text">The text, of any form.</param>
    public void AppendText(double x, double y, string attributes, string text) =>
        Append($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" {attributes}>{Safe(text)}</text>");

    /// <summary>Appends an element that holds nothing but text, such as a title.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="text">The text, of any form.</param>
    public void AppendElement(string element, string text) => Append($"<{element}>{Safe(text)}</{element}>");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    // XML has no place for most control characters, even escaped (XML 1.0, 2.2).
    private static string Safe(string text) =>
        SecurityElement.Escape(new string([.. text.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '\uFFFD' : character)]));
}

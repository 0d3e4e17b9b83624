using System.Text.RegularExpressions;

namespace NeuralStyle.Plan.Reports.Html;

/// <summary>A text with places <c>{{name}}</c>, read from the assembly's resources, that are filled while it is written.</summary>
internal sealed partial class PageTemplate
{
    private readonly string _text;

    private PageTemplate(string text) => _text = text;

    /// <summary>The template of a file under Reports/Page.</summary>
    public static PageTemplate Load(string fileName) => new(PageResource.Read(fileName));

    /// <summary>Writes the text; each place calls its filler.</summary>
    /// <exception cref="KeyNotFoundException">The template has a place that no filler is named for.</exception>
    public async Task WriteAsync(TextWriter output, IReadOnlyDictionary<string, Func<ValueTask>> fillers)
    {
        var position = 0;
        foreach (Match place in Place().Matches(_text))
        {
            await output.WriteAsync(_text.AsMemory(position, place.Index - position));
            await fillers[place.Groups[1].Value]();
            position = place.Index + place.Length;
        }

        await output.WriteAsync(_text.AsMemory(position));
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Place();
}

using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Layers;

/// <summary>
/// Layer sets as text: names separated by commas, where <c>relu1_1..relu5_1</c> stands for the layers of one kind that differ
/// in one number only, the block or the convolution within it.
/// </summary>
public static class LayerSetText
{
    /// <summary>Reads layers in the order written.</summary>
    /// <param name="text">For example <c>relu1_1, relu2_1</c> or <c>relu1_1..relu5_1</c>.</param>
    /// <param name="problems">Receives at least one problem when the result is null.</param>
    /// <returns>At least one layer, none twice; or null.</returns>
    public static IReadOnlyList<LayerName>? Parse(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var terms = text.Split(',');
        if (terms.Length > VggTopology.Layers.Count)
        {
            problems.Add(new ValueProblem(0, $"{terms.Length} layers are named; VGG-19 has {VggTopology.Layers.Count}"));
            return null;
        }

        var layers = new List<LayerName>();
        var good = true;
        var offset = 0;
        foreach (var term in terms)
        {
            var at = offset + term.Length - term.TrimStart().Length;
            good &= ParseTerm(term.Trim(), at, layers, problems);
            offset += term.Length + 1;
        }

        return good ? layers : null;
    }

    /// <summary>The shortest text that reads back as the same set: runs of three or more become <c>first..last</c>.</summary>
    public static string Format(LayerSet layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var parts = new List<string>();
        for (var index = 0; index < layers.Count;)
        {
            var run = Math.Max(RunLength(layers, index, 1, 0), RunLength(layers, index, 0, 1));
            var length = run >= 3 ? run : 1;
            parts.Add(length == 1 ? layers[index].ToString() : $"{layers[index]}..{layers[index + length - 1]}");
            index += length;
        }

        return string.Join(", ", parts);
    }

    /// <summary>The problem of a layer that is named again.</summary>
    internal static ValueProblem Twice(LayerName layer) => new(0, $"layer '{layer}' is there twice; each layer counts once");

    private static bool ParseTerm(string term, int offset, List<LayerName> layers, ICollection<ValueProblem> problems)
    {
        var dots = term.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
            return TryRead(term, offset, problems, out var layer) && Add(layer, offset, layers, problems);

        var lastAt = offset + dots + 2;
        if (!(TryRead(term[..dots], offset, problems, out var first) & TryRead(term[(dots + 2)..], lastAt, problems, out var last)))
            return false;

        if (first.Kind != last.Kind || first == last || (first.Block != last.Block && first.Index != last.Index))
        {
            problems.Add(new ValueProblem(
                offset, $"'{term}' names no run of layers; the two must be of one kind and differ in one number, e.g. relu1_1..relu5_1"));
            return false;
        }

        var steps = Math.Max(Math.Abs(last.Block - first.Block), Math.Abs(last.Index - first.Index));
        return Enumerable.Range(0, steps + 1).All(step => Add(
            new LayerName(
                first.Kind,
                first.Block + (step * Math.Sign(last.Block - first.Block)),
                first.Index + (step * Math.Sign(last.Index - first.Index))),
            offset,
            layers,
            problems));
    }

    private static bool TryRead(string text, int offset, ICollection<ValueProblem> problems, out LayerName layer)
    {
        var parsed = LayerName.TryParse(text, out layer);
        if (parsed && VggTopology.Contains(layer))
            return true;

        // The kind that was meant, where it can be told, keeps the list of the right ones short.
        var kind = layer.Kind;
        var right = VggTopology.Layers.Where(known => !parsed || known.Kind == kind).Select(known => known.ToString()).ToList();
        var suggestion = Suggestion.For(text.Trim(), right);
        var seen = text.Trim().Length == 0
            ? "a layer name is missing"
            : $"layer '{Shown.Text(text.Trim())}' is not in VGG-19{suggestion}";
        problems.Add(new ValueProblem(offset, $"{seen}; there are: {string.Join(", ", right)}"));
        return false;
    }

    private static bool Add(LayerName layer, int offset, List<LayerName> layers, ICollection<ValueProblem> problems)
    {
        if (layers.Contains(layer))
        {
            problems.Add(Twice(layer) with { Offset = offset });
            return false;
        }

        layers.Add(layer);
        return true;
    }

    private static int RunLength(LayerSet layers, int start, int blockStep, int indexStep)
    {
        var length = 1;
        while (start + length < layers.Count && layers[start + length] == Next(layers[start + length - 1], blockStep, indexStep))
            length++;
        return length;
    }

    private static LayerName Next(LayerName layer, int blockStep, int indexStep) =>
        layer with { Block = layer.Block + blockStep, Index = layer.Index + indexStep };
}

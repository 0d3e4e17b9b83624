using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Layers;

/// <summary>Layer weights as text: <c>conv1_1 0.05, conv2_1 0.1</c>, or <c>none</c>.</summary>
public static class LayerWeightsText
{
    /// <summary>What is allowed.</summary>
    public const string Allowed = "layers with weights of 0 or more, e.g. conv1_1 0.05, conv2_1 0.1; or none";

    private const string None = "none";

    /// <summary>Reads weights.</summary>
    /// <param name="text">For example <c>conv1_1 0.05, conv2_1 0.1</c>.</param>
    /// <param name="problems">Receives at least one problem when the result is null.</param>
    public static LayerWeights? Parse(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        if (text.Trim() == None)
            return LayerWeights.None;

        var before = problems.Count;
        var weights = new List<LayerWeight>();
        var offset = 0;
        foreach (var term in text.Split(','))
        {
            var at = offset + term.Length - term.TrimStart().Length;
            if (Read(term.Trim(), at, problems) is { } weight)
            {
                if (weights.Any(other => other.Layer == weight.Layer))
                    problems.Add(LayerSetText.Twice(weight.Layer) with { Offset = at });
                else
                    weights.Add(weight);
            }

            offset += term.Length + 1;
        }

        return problems.Count == before ? LayerWeights.Of(weights) : null;
    }

    /// <summary>The canonical text; <see cref="Parse"/> reads it back.</summary>
    public static string Format(LayerWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return weights.Count == 0 ? None : string.Join(", ", weights.Select(weight => $"{weight.Layer} {NumberText.Format(weight.Weight)}"));
    }

    private static LayerWeight? Read(string term, int offset, ICollection<ValueProblem> problems)
    {
        if (term.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var name, var number])
        {
            problems.Add(new ValueProblem(offset, $"'{Shown.Text(term)}' is no layer with a weight; allowed: {Allowed}"));
            return null;
        }

        var before = problems.Count;
        var found = new List<ValueProblem>();
        var layers = LayerSetText.Parse(name, found);
        foreach (var problem in found)
            problems.Add(problem with { Offset = offset + problem.Offset });
        if (layers is { Count: > 1 })
            problems.Add(new ValueProblem(offset, $"'{Shown.Text(name)}' names several layers; give each its weight"));
        var parsed = NumberText.TryParse(number, out var weight) && weight is >= 0 and <= NumberParameter.Largest;
        if (!parsed)
            problems.Add(new ValueProblem(offset + term.Length - number.Length, $"'{Shown.Text(number)}' is no weight; allowed: numbers 0 to 1e30"));
        return problems.Count == before ? new LayerWeight(layers![0], weight) : null;
    }
}

using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Blend weights as text: <c>none</c>, or one number a style image: <c>0.7, 0.3</c>.</summary>
public static class BlendWeightsText
{
    /// <summary>What is allowed.</summary>
    public const string Allowed = "none, or one weight of 0 or more for each style image, e.g. 0.7, 0.3";

    private const string None = "none";
    private const int MostStyles = 16;

    /// <summary>Reads weights.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Receives at least one problem when the result is null.</param>
    public static BlendWeights? Parse(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        if (text.Trim() == None)
            return BlendWeights.None;

        var before = problems.Count;
        var weights = new List<double>();
        var offset = 0;
        foreach (var term in text.Split(','))
        {
            var at = offset + term.Length - term.TrimStart().Length;
            if (NumberText.TryParse(term.Trim(), out var weight) && weight is >= 0 and <= NumberParameter.Largest)
                weights.Add(weight);
            else
                problems.Add(new ValueProblem(at, $"'{Shown.Text(term.Trim())}' is no weight of a style; allowed: {Allowed}"));
            offset += term.Length + 1;
        }

        if (problems.Count == before && (weights.Count is < 2 or > MostStyles || weights.TrueForAll(weight => weight == 0)))
            problems.Add(new ValueProblem(0, $"'{Shown.Text(text)}' is no blend; it needs 2 to {MostStyles} weights, one of them above 0"));
        return problems.Count == before ? new BlendWeights(weights) : null;
    }

    /// <summary>The canonical text; <see cref="Parse"/> reads it back.</summary>
    public static string Format(BlendWeights blend)
    {
        ArgumentNullException.ThrowIfNull(blend);
        return blend.Weights.Count == 0 ? None : string.Join(", ", blend.Weights.Select(NumberText.Format));
    }
}

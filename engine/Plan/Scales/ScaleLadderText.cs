using System.Globalization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Scales;

/// <summary>Ladders as text: <c>none</c>, or the scales before the trial's own as <c>size:iterations</c>: <c>64:100, 128:50</c>.</summary>
public static class ScaleLadderText
{
    /// <summary>What is allowed.</summary>
    public const string Allowed = "none, or the scales before imageSize as size:iterations by growing size, e.g. 64:100, 128:50";

    private const string None = "none";
    private const int MostScales = 32;

    /// <summary>Reads a ladder.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Receives at least one problem when the result is null.</param>
    public static ScaleLadder? Parse(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        if (text.Trim() == None)
            return ScaleLadder.None;

        var before = problems.Count;
        var scales = new List<Scale>();
        var offset = 0;
        foreach (var term in text.Split(','))
        {
            var at = offset + term.Length - term.TrimStart().Length;
            if (Read(term.Trim(), at, problems) is { } scale)
            {
                if (scales.Count > 0 && scales[^1].ImageSize >= scale.ImageSize)
                    problems.Add(new ValueProblem(at, $"scale {scale.ImageSize} comes after {scales[^1].ImageSize}; scales must grow"));
                scales.Add(scale);
            }

            offset += term.Length + 1;
        }

        if (scales.Count > MostScales)
            problems.Add(new ValueProblem(0, $"a ladder of {scales.Count} scales; at most {MostScales} are allowed"));
        return problems.Count == before ? new ScaleLadder(scales) : null;
    }

    /// <summary>The canonical text; <see cref="Parse"/> reads it back.</summary>
    public static string Format(ScaleLadder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        return ladder.Before.Count == 0 ? None : string.Join(
            ", ", ladder.Before.Select(scale => string.Create(CultureInfo.InvariantCulture, $"{scale.ImageSize}:{scale.Iterations}")));
    }

    private static Scale? Read(string term, int offset, ICollection<ValueProblem> problems)
    {
        if (term.Split(':') is [var size, var iterations]
            && TryRead(size, ParameterCatalog.ImageSize, out var pixels)
            && TryRead(iterations, ParameterCatalog.Iterations, out var evaluations))
        {
            return new Scale(pixels, evaluations);
        }

        problems.Add(new ValueProblem(
            offset,
            $"'{Shown.Text(term)}' is no scale; allowed: {Allowed}; sizes are {ParameterCatalog.ImageSize.Allowed}, iterations {ParameterCatalog.Iterations.Allowed}"));
        return null;
    }

    private static bool TryRead(string text, IntegerParameter range, out int value) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= range.Minimum && value <= range.Maximum;
}

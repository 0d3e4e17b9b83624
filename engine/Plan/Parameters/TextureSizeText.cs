using System.Globalization;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Parameters;

/// <summary>A texture's proportions as text: <c>square</c>, or <c>512x256</c>.</summary>
public static class TextureSizeText
{
    /// <summary>What is allowed.</summary>
    public const string Allowed = "square, or width x height of 32 to 4096 pixels each, e.g. 512x256";

    internal const string SquareText = "square";
    private const int Smallest = 32;
    private const int Largest = 4096;

    /// <summary>Reads a size.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Receives at least one problem when the result is null.</param>
    public static TextureSize? Parse(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        if (text.Trim() == SquareText)
            return TextureSize.Square;
        if (text.Split('x') is [var width, var height] && TryRead(width, out var across) && TryRead(height, out var down))
            return new TextureSize(across, down);

        problems.Add(new ValueProblem(0, $"'{Shown.Text(text)}' is no size of a texture; allowed: {Allowed}"));
        return null;
    }

    private static bool TryRead(string text, out int side) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out side) && side is >= Smallest and <= Largest;
}

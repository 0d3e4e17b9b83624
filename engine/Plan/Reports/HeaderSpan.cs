using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Plan.Reports;

/// <summary>Neighboring rows or columns that share their values down to one level of nested axes.</summary>
/// <param name="Start">First row or column, from 0.</param>
/// <param name="Length">Number of rows or columns.</param>
/// <param name="Label">Axis and value of the level.</param>
public sealed record HeaderSpan(int Start, int Length, GridLabel Label)
{
    /// <summary>The spans of one level, in order. A value that comes again under another outer value is another span.</summary>
    /// <param name="headers">Headers of all rows or of all columns.</param>
    /// <param name="level">The axis among the nested ones, from 0 for the slowest.</param>
    public static IReadOnlyList<HeaderSpan> Of(IReadOnlyList<GridHeader> headers, int level)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var spans = new List<HeaderSpan>();
        for (var index = 0; index < headers.Count; index++)
        {
            if (index > 0 && headers[index].Labels.Take(level + 1).SequenceEqual(headers[index - 1].Labels.Take(level + 1)))
                spans[^1] = spans[^1] with { Length = spans[^1].Length + 1 };
            else
                spans.Add(new HeaderSpan(index, 1, headers[index].Labels[level]));
        }

        return spans;
    }

    /// <summary>How many axes are nested along the headers.</summary>
    public static int Levels(IReadOnlyList<GridHeader> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers.Count == 0 ? 0 : headers.Min(header => header.Labels.Count);
    }
}

using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>Where the cells of one direction begin: evenly spaced, with wider gaps between the values of the slowest of nested axes.</summary>
internal sealed class CellTrack
{
    private readonly int[] _starts;
    private readonly int _cell;

    /// <summary>The track along rows or columns.</summary>
    /// <param name="headers">The headers of the direction.</param>
    /// <param name="cell">Length of a cell along it, pixels.</param>
    /// <param name="measures">Distances.</param>
    public CellTrack(IReadOnlyList<GridHeader> headers, int cell, SheetMeasures measures)
    {
        _cell = cell;
        _starts = new int[headers.Count];
        var isNested = HeaderSpan.Levels(headers) > 1;
        for (var index = 1; index < headers.Count; index++)
        {
            var isOtherGroup = isNested && headers[index].Labels[0] != headers[index - 1].Labels[0];
            _starts[index] = _starts[index - 1] + cell + (isOtherGroup ? measures.GroupGap : measures.Gap);
        }
    }

    /// <summary>Its length, pixels.</summary>
    public int Length => _starts[^1] + _cell;

    /// <summary>Where a cell begins, pixels from the begin of the track.</summary>
    public int Start(int index) => _starts[index];

    /// <summary>Where a span of cells ends, pixels from the begin of the track.</summary>
    public int End(HeaderSpan span) => _starts[span.Start + span.Length - 1] + _cell;
}

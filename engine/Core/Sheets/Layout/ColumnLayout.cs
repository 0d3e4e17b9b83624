using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>The headers of the columns: one band for each nested axis, slowest on top, each value over its span.</summary>
internal sealed class ColumnLayout
{
    private readonly List<Band> _bands = [];
    private readonly CellTrack _track;
    private readonly SheetMeasures _measures;
    private readonly TextSetter _setter;

    /// <summary>Breaks all labels.</summary>
    public ColumnLayout(IReadOnlyList<GridHeader> columns, CellTrack track, SheetMeasures measures, TextSetter setter, InputPictures pictures)
    {
        (_track, _measures, _setter) = (track, measures, setter);
        var levels = HeaderSpan.Levels(columns);
        for (var level = 0; level < levels; level++)
        {
            var style = level == levels - 1 ? measures.Value : measures.Group;
            var labels = HeaderSpan.Of(columns, level)
                .Select(span => (Span: span, Block: LabelBlock.Of(
                    span.Label, style, track.End(span) - track.Start(span.Start), measures.LabelLines, measures, setter, pictures)))
                .ToList();
            _bands.Add(new Band(labels[0].Span.Label.Axis, labels, labels.Max(label => label.Block.Size.Height)));
        }
    }

    /// <summary>Height of all bands.</summary>
    public int Height => _bands.Sum(band => band.Height + Space);

    private int Space => _measures.Value.Size / 2;

    /// <summary>Names of the axes, slowest first.</summary>
    public IEnumerable<string> Axes => _bands.Select(band => band.Axis);

    /// <summary>Adds the headers.</summary>
    /// <param name="items">Receives them.</param>
    /// <param name="x">Left edge of the first column.</param>
    /// <param name="y">Top of the first band.</param>
    /// <param name="nameAxis">Adds the name of an axis; gets it and the top of the line that it shares with the values.</param>
    public void Add(SheetItems items, int x, int y, Action<string, int> nameAxis)
    {
        for (var level = 0; level < _bands.Count; level++)
        {
            var band = _bands[level];
            foreach (var (span, block) in band.Labels)
            {
                var (start, end) = (_track.Start(span.Start), _track.End(span));
                block.Add(items, _setter, x + start, y + band.Height - block.Size.Height, end - start, TextAlignment.Center);
                if (level < _bands.Count - 1)
                    items.Fill(x + start, y + band.Height + (Space / 3), end - start, 1, Ink.Rule);
            }

            nameAxis(band.Axis, y + band.Height - _measures.Value.LineHeight);
            y += band.Height + Space;
        }
    }

    private sealed record Band(string Axis, IReadOnlyList<(HeaderSpan Span, LabelBlock Block)> Labels, int Height);
}

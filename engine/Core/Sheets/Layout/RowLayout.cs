using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>The headers of the rows: one band for each nested axis, slowest at the left, each value beside its span.</summary>
internal sealed class RowLayout
{
    private readonly List<Band> _bands = [];
    private readonly CellTrack _track;
    private readonly SheetMeasures _measures;
    private readonly TextSetter _setter;

    /// <summary>Breaks all labels.</summary>
    public RowLayout(IReadOnlyList<GridHeader> rows, CellTrack track, SheetMeasures measures, TextSetter setter, InputPictures pictures)
    {
        (_track, _measures, _setter) = (track, measures, setter);
        var levels = HeaderSpan.Levels(rows);
        for (var level = 0; level < levels; level++)
        {
            var style = level == levels - 1 ? measures.Value : measures.Group;
            var labels = HeaderSpan.Of(rows, level).Select(span => (Span: span, Block: Break(span, style, pictures))).ToList();
            var name = $"{labels[0].Span.Label.Axis} ↓";
            var width = Math.Max(labels.Max(label => label.Block.Size.Width), setter.Width(name, measures.Axis));
            _bands.Add(new Band(name, labels, width));
        }
    }

    /// <summary>Width of all bands.</summary>
    public int Width => _bands.Sum(band => band.Width + Space);

    /// <summary>Height of the line that names the axes, above the first row.</summary>
    public int NamesHeight => _bands.Count == 0 ? 0 : _measures.Axis.LineHeight + (_measures.Axis.Size / 2);

    private int Space => _measures.Value.Size;

    /// <summary>Adds the headers.</summary>
    /// <param name="items">Receives them.</param>
    /// <param name="x">Left edge of the first band.</param>
    /// <param name="y">Top of the first row.</param>
    public void Add(SheetItems items, int x, int y)
    {
        for (var level = 0; level < _bands.Count; level++)
        {
            var band = _bands[level];
            items.Text(_setter, [band.Name], _measures.Axis, x, y - NamesHeight, band.Width, TextAlignment.Right);
            foreach (var (span, block) in band.Labels)
            {
                var (start, end) = (_track.Start(span.Start), _track.End(span));
                block.Add(items, _setter, x, y + ((start + end - block.Size.Height) / 2), band.Width, TextAlignment.Right);
                if (level < _bands.Count - 1)
                    items.Fill(x + band.Width + (Space / 2), y + start, 1, end - start, Ink.Rule);
            }

            x += band.Width + Space;
        }
    }

    private LabelBlock Break(HeaderSpan span, TextStyle style, InputPictures pictures)
    {
        var height = _track.End(span) - _track.Start(span.Start);
        var picture = pictures.Find(span.Label, _measures.LabelThumbnail)?.Size.Height ?? 0;
        var most = Math.Clamp((height - picture) / style.LineHeight, 1, _measures.LabelLines);
        return LabelBlock.Of(span.Label, style, _measures.RowLabelWidth, most, _measures, _setter, pictures);
    }

    private sealed record Band(string Name, IReadOnlyList<(HeaderSpan Span, LabelBlock Block)> Labels, int Width);
}

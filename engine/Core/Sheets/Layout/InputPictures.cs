using NetVips;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>The images that went into a sheet as small pictures, each decoded once for each size.</summary>
internal sealed class InputPictures(SheetFrame frame)
{
    private readonly Dictionary<(GridLabel Label, PixelSize Room), CellPicture?> _pictures = [];

    /// <summary>The picture of a label such as (content, tubingen.jpg); null when it is no image's label or the image can't be shown.</summary>
    public CellPicture? Find(GridLabel label, PixelSize room)
    {
        if (!_pictures.TryGetValue((label, room), out var picture))
        {
            picture = Decode(label, room);
            _pictures.Add((label, room), picture);
        }

        return picture;
    }

    /// <summary>
    /// The images that hold for a whole page: the content and style that it stands for, or where they are no axis, those that there are
    /// (several of a blend); then those that parameters name.
    /// </summary>
    public IEnumerable<GridLabel> OfPage(GridPage page)
    {
        foreach (var (axis, images) in new[] { (AxisNames.Content, frame.Contents), (AxisNames.Style, frame.Styles) })
        {
            if (page.Header.Labels.FirstOrDefault(label => label.Axis == axis) is { } ofPage)
            {
                yield return ofPage;
            }
            else if (!IsAxis(axis, page.Rows) && !IsAxis(axis, page.Columns))
            {
                foreach (var name in images.Keys)
                    yield return new GridLabel(axis, name);
            }
        }

        foreach (var other in frame.Others)
            yield return new GridLabel(other.Kind, other.Name);
    }

    private static bool IsAxis(string axis, IReadOnlyList<GridHeader> headers) =>
        headers.Any(header => header.Labels.Any(label => label.Axis == axis));

    private CellPicture? Decode(GridLabel label, PixelSize room)
    {
        var png = label.Axis switch
        {
            AxisNames.Content => frame.Contents.GetValueOrDefault(label.Value),
            AxisNames.Style => frame.Styles.GetValueOrDefault(label.Value),
            _ => frame.Others.FirstOrDefault(other => other.Kind == label.Axis && other.Name == label.Value)?.Png,
        };
        if (png is null)
            return null;

        try
        {
            return CellPicture.Thumbnail(png, room);
        }
        catch (Exception exception) when (exception is ImageException or VipsException)
        {
            // The name beside the place says which image it is; a sheet without one thumbnail is better than no sheet.
            return null;
        }
    }
}

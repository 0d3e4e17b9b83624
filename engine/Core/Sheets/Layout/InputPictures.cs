using NetVips;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>The content and style images of a sheet as small pictures, each decoded once for each size.</summary>
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

    /// <summary>The content and style images that hold for a whole page: the only one there is, or the one that the page stands for.</summary>
    public IEnumerable<GridLabel> OfPage(GridPage page)
    {
        foreach (var (axis, images) in new[] { (AxisNames.Content, frame.Contents), (AxisNames.Style, frame.Styles) })
        {
            if (page.Header.Labels.FirstOrDefault(label => label.Axis == axis) is { } ofPage)
                yield return ofPage;
            else if (images.Count == 1)
                yield return new GridLabel(axis, images.Keys.First());
        }
    }

    private CellPicture? Decode(GridLabel label, PixelSize room)
    {
        var images = label.Axis switch
        {
            AxisNames.Content => frame.Contents,
            AxisNames.Style => frame.Styles,
            _ => null,
        };
        if (images is null || !images.TryGetValue(label.Value, out var png))
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

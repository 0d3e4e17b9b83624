using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>Owns the steps of a libvips pipeline, which all live until its pixels are computed.</summary>
internal sealed class ImageScope : IDisposable
{
    private readonly List<Image> _images = [];

    internal Image Own(Image image)
    {
        _images.Add(image);
        return image;
    }

    public void Dispose()
    {
        for (var i = _images.Count - 1; i >= 0; i--)
            _images[i].Dispose();
    }
}

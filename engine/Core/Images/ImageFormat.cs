namespace NeuralStyle.Engine.Images;

/// <summary>The file formats that the engine reads.</summary>
internal enum ImageFormat
{
    /// <summary>JPEG, also progressive, gray and CMYK.</summary>
    Jpeg,

    /// <summary>PNG, of up to 16 bits a channel.</summary>
    Png,

    /// <summary>WebP, lossy or not, not animated.</summary>
    WebP,

    /// <summary>TIFF, of 8 or 16 bits a channel, of one page.</summary>
    Tiff,
}

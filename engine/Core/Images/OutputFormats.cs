using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Images;

/// <summary>How files of each form are called and served.</summary>
public static class OutputFormats
{
    /// <summary>The file name's extension, without a dot.</summary>
    public static string ExtensionOf(OutputFormat format) => format switch
    {
        OutputFormat.Png or OutputFormat.Png16 => "png",
        OutputFormat.Tiff16 => "tif",
        OutputFormat.Jpeg => "jpg",
        _ => throw Unknown(format),
    };

    /// <summary>The media type.</summary>
    public static string MediaTypeOf(OutputFormat format) => format switch
    {
        OutputFormat.Png or OutputFormat.Png16 => "image/png",
        OutputFormat.Tiff16 => "image/tiff",
        OutputFormat.Jpeg => "image/jpeg",
        _ => throw Unknown(format),
    };

    private static ArgumentOutOfRangeException Unknown(OutputFormat format) =>
        new(nameof(format), format, "Allowed are png, png16, tiff16 and jpeg.");
}

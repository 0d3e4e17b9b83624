namespace NeuralStyle.Plan.Parameters;

/// <summary>The form of the trial's output file. image.png, 8 bits a channel, is always written too: sheets are made of it.</summary>
public enum OutputFormat
{
    /// <summary>PNG, 8 bits a channel: image.png itself.</summary>
    Png,

    /// <summary>PNG, 16 bits a channel.</summary>
    Png16,

    /// <summary>TIFF, 16 bits a channel.</summary>
    Tiff16,

    /// <summary>JPEG, of the quality that jpegQuality says.</summary>
    Jpeg,
}

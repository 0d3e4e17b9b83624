namespace NeuralStyle.Engine.Images;

/// <summary>An entry of a directory of a TIFF.</summary>
/// <param name="Tag">What it says something of.</param>
/// <param name="Type">The type of its values: 3 for two bytes (SHORT), 4 for four (LONG), 16 for eight (LONG8).</param>
/// <param name="Count">How many values it has.</param>
/// <param name="ValuesAt">Where in the file they are.</param>
internal readonly record struct TiffField(ushort Tag, ushort Type, ulong Count, ulong ValuesAt)
{
    internal const ushort Width = 256;
    internal const ushort Height = 257;
    internal const ushort Bits = 258;
    internal const ushort Compression = 259;
    internal const ushort Photometric = 262;
    internal const ushort StripOffsets = 273;
    internal const ushort Samples = 277;
    internal const ushort RowsPerStrip = 278;
    internal const ushort StripLengths = 279;
    internal const ushort Planes = 284;
    internal const ushort TileWidth = 322;
    internal const ushort TileHeight = 323;
    internal const ushort TileOffsets = 324;
    internal const ushort TileLengths = 325;

    /// <summary>Bytes of one value; 0 for a type that no field that is read here may have.</summary>
    internal int ValueBytes => Type switch
    {
        3 => 2,
        4 => 4,
        16 => 8,
        _ => 0,
    };

    /// <summary>Whether it says how pixels are stored, so that the library must read of it what is read here.</summary>
    internal bool IsRead => IsSingle || IsArray;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    internal string? Fault => this switch
    {
        { IsSingle: true } when Count != 1 || ValueBytes is not (2 or 4) => $"its field {Tag} has {Count} values of type {Type}, allowed is 1 of type 3 or 4",
        { IsArray: true } when Count == 0 || ValueBytes == 0 => $"its field {Tag} has {Count} values of type {Type}, allowed are 1 and more of type 3, 4 or 16",
        _ => null,
    };

    private bool IsSingle => Tag is Width or Height or Compression or Photometric or Samples or RowsPerStrip or Planes or TileWidth or TileHeight;

    private bool IsArray => Tag is Bits or StripOffsets or StripLengths or TileOffsets or TileLengths;
}

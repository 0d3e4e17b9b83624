using System.Buffers.Binary;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>A TIFF of any fields, whatever they say.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
internal sealed record TiffParts(uint Width, uint Height)
{
    private const ushort Short = 3;
    private const ushort Long = 4;
    private const uint DataAt = 16;

    internal ushort Compression { get; init; } = 8;

    internal ushort Samples { get; init; } = 3;

    internal ushort Bits { get; init; } = 8;

    /// <summary>The only strip or tile.</summary>
    internal byte[] Strip
    {
        get => Strips[0];
        init => Strips = [value];
    }

    /// <summary>Strips or tiles.</summary>
    internal byte[][] Strips { get; init; } = [[]];

    /// <summary>Width and height of a tile; null for strips.</summary>
    internal (uint Width, uint Height)? Tile { get; init; }

    /// <summary>Where the next directory is, given where this one is.</summary>
    internal Func<uint, uint> Next { get; init; } = _ => 0;

    /// <summary>How many entries the directory claims beyond those that it has.</summary>
    internal ushort ClaimedEntries { get; init; }

    /// <summary>Further entries, behind those of the same tag; the value as four bytes, little-endian.</summary>
    internal (ushort Tag, ushort Type, uint Count, uint Value)[] More { get; init; } = [];

    /// <summary>Fields in the place of those of the same tag: types 3, 4 and 16 have values of two, four and eight bytes.</summary>
    internal (ushort Tag, ushort Type, ulong[] Values)[] Changed { get; init; } = [];

    /// <summary>Whether it is a BigTIFF.</summary>
    internal bool IsBig { get; init; }

    /// <summary>Whether the highest byte of a number comes first.</summary>
    internal bool IsBigEndian { get; init; }

    internal byte[] ToArray()
    {
        using var file = new MemoryStream();
        file.SetLength(DataAt);
        file.Position = DataAt;
        var starts = new List<ulong>();
        foreach (var strip in Strips)
        {
            starts.Add((ulong)file.Position);
            file.Write(strip);
        }

        var fields = Fields([.. starts]).Where(field => !Changed.Any(change => change.Tag == field.Tag)).Concat(Changed)
            .Select(field => (field.Tag, field.Type, Count: (ulong)field.Values.Length, Value: Stored(field.Type, field.Values, file)))
            .Concat(More.Select(more => (more.Tag, more.Type, Count: (ulong)more.Count, Value: BitConverter.GetBytes(more.Value)))).ToList();
        WriteDirectory(file, fields);
        return file.ToArray();
    }

    private (ushort Tag, ushort Type, ulong[] Values)[] Fields(ulong[] starts)
    {
        ulong[] lengths = [.. Strips.Select(strip => (ulong)strip.Length)];
        (ushort, ushort, ulong[])[] storage = Tile is { } tile
            ? [(322, Long, [tile.Width]), (323, Long, [tile.Height]), (324, Long, starts), (325, Long, lengths)]
            : [(273, Long, starts), (278, Long, [Height]), (279, Long, lengths)];
        return
        [
            (256, Long, [Width]), (257, Long, [Height]), (258, Short, [.. Enumerable.Repeat((ulong)Bits, Samples)]), (259, Short, [Compression]),
            (262, Short, [Samples < 3 ? 1u : 2u]), (277, Short, [Samples]), .. storage,
        ];
    }

    /// <summary>What stands in the entry: the values, or where they are.</summary>
    private byte[] Stored(ushort type, ulong[] values, MemoryStream file)
    {
        var bytes = values.SelectMany(value => Number(value, type switch { Short => 2, Long => 4, _ => 8 })).ToArray();
        if (bytes.Length <= (IsBig ? 8 : 4))
            return bytes;
        var at = (ulong)file.Position;
        file.Write(bytes);
        return Number(at, IsBig ? 8 : 4);
    }

    private void WriteDirectory(MemoryStream file, List<(ushort Tag, ushort Type, ulong Count, byte[] Value)> fields)
    {
        var offset = IsBig ? 8 : 4;
        file.Position += file.Position % 2;
        var directoryAt = (uint)file.Position;
        file.Write(Number((ulong)(fields.Count + ClaimedEntries), IsBig ? 8 : 2));
        foreach (var (tag, type, count, value) in fields.OrderBy(field => field.Tag))
            file.Write([.. Number(tag, 2), .. Number(type, 2), .. Number(count, offset), .. value, .. new byte[offset - value.Length]]);
        file.Write(Number(Next(directoryAt), offset));
        file.Position = 0;
        file.Write([.. IsBigEndian ? "MM"u8 : "II"u8, .. Number(IsBig ? 43u : 42u, 2), .. IsBig ? [.. Number(8, 2), 0, 0] : Array.Empty<byte>(), .. Number(directoryAt, offset)]);
    }

    private byte[] Number(ulong value, int bytes)
    {
        var number = new byte[8];
        if (!IsBigEndian)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(number, value);
            return number[..bytes];
        }

        BinaryPrimitives.WriteUInt64BigEndian(number, value);
        return number[^bytes..];
    }
}

using System.Buffers.Binary;

namespace NeuralStyle.Engine.Images;

/// <summary>The numbers in a TIFF, in its order of bytes, wherever they are said to be.</summary>
/// <param name="file">The file, which begins as a TIFF does.</param>
internal sealed class TiffNumbers(ReadOnlyMemory<byte> file)
{
    private readonly bool _isLittle = file.Span[0] == 'I';

    /// <summary>Whether it is a BigTIFF, whose offsets have eight bytes.</summary>
    internal bool IsBig { get; } = file.Span[file.Span[0] == 'I' ? 2 : 3] == '+';

    /// <summary>Bytes of the file.</summary>
    internal ulong Length => (ulong)file.Length;

    /// <summary>Bytes of an offset.</summary>
    internal int OffsetBytes => IsBig ? 8 : 4;

    /// <summary>A number of 2, 4 or 8 bytes; null where the file has none.</summary>
    internal ulong? At(ulong place, int bytes)
    {
        if (place > Length || Length - place < (ulong)bytes)
            return null;
        var from = file.Span.Slice((int)place, bytes);
        return bytes switch
        {
            2 => _isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from),
            4 => _isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from),
            _ => _isLittle ? BinaryPrimitives.ReadUInt64LittleEndian(from) : BinaryPrimitives.ReadUInt64BigEndian(from),
        };
    }

    /// <summary>An offset; null where the file has none.</summary>
    internal ulong? OffsetAt(ulong place) => At(place, OffsetBytes);

    /// <summary>The values of a field, as far as the file has them.</summary>
    internal IEnumerable<ulong> Of(TiffField field)
    {
        for (var index = 0UL; index < field.Count && At(field.ValuesAt + (index * (ulong)field.ValueBytes), field.ValueBytes) is { } value; index++)
            yield return value;
    }
}

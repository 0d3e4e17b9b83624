using System.Buffers.Binary;
using System.Text;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Engine.Networks.Formats.Pickle;

/// <summary>Reads the arguments of opcodes, and never past the end.</summary>
/// <param name="name">What to call the file in messages.</param>
/// <param name="bytes">The pickle, and perhaps more.</param>
internal sealed class PickleBytes(string name, ReadOnlyMemory<byte> bytes)
{
    private const int MaxLine = 4096;

    // Texts of a state dict are names; the bound keeps what one byte of a file can ask for small.
    private const int MaxText = 1 << 20;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public double BigEndianDouble() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    /// <summary>So many bytes of UTF-8.</summary>
    public string Text(long length)
    {
        if (length is < 0 or > MaxText)
            throw Damaged($"a text of {length} bytes is beyond the allowed {MaxText}");
        return Encoding.UTF8.GetString(Take((int)length));
    }

    /// <summary>A line of text, without its end.</summary>
    public string Line()
    {
        var rest = bytes.Span[Position..];
        var end = rest[..Math.Min(rest.Length, MaxLine)].IndexOf((byte)'\n');
        if (end < 0)
            throw Damaged($"a line has no end within {MaxLine} bytes");
        var line = Encoding.UTF8.GetString(rest[..end]);
        Position += end + 1;
        return line;
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - Position)
            throw Damaged($"it is cut short: {count} more bytes were expected and {bytes.Length - Position} are left");
        var part = bytes.Span.Slice(Position, count);
        Position += count;
        return part;
    }

    public WeightsException Damaged(string problem) => new($"{name} is damaged: at byte {Position} of its pickle {Shown.Text(problem, 300)}.");
}

using System.Text;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Engine.Networks.Formats;

/// <summary>
/// TorchSharp's own format: the number of tensors, and for each its name, the number of its type, its dimensions and its bytes;
/// all counts in LEB128. It has no mark to be known by and no place for metadata. Source: TorchSharp's
/// <c>Module.save_state_dict</c>, <c>TensorExtensionMethods.Save</c>, <c>LEB128Codec</c> and <c>exportsd.py</c>.
/// </summary>
public sealed class TorchSharpFile : ITensorFile
{
    private const int MaxNameBytes = 1024;
    private const int MaxRank = 8;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly Dictionary<string, Entry> _entries;

    private TorchSharpFile(ReadOnlyMemory<byte> file, Dictionary<string, Entry> entries)
    {
        _file = file;
        _entries = entries;
    }

    /// <inheritdoc/>
    public WeightsFormat Format => WeightsFormat.TorchSharp;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [.. _entries.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="file">All of its bytes; kept, not copied.</param>
    /// <exception cref="WeightsException">The bytes are not a sound file of this format.</exception>
    public static TorchSharpFile Parse(string name, ReadOnlyMemory<byte> file)
    {
        var position = 0;
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        // Each tensor takes at least four bytes, so that a count beyond that is known to be false before anything is kept.
        var count = Number("number of tensors", file.Length / 4);
        for (var i = 0L; i < count; i++)
        {
            var tensor = Encoding.UTF8.GetString(Take("tensor's name", Number("name's length", MaxNameBytes)).Span);
            var type = TorchSharpType.Of((int)Number("type", int.MaxValue))
                ?? throw Damaged($"tensor '{Shown.Text(tensor)}' has a type that TorchSharp doesn't know");
            var shape = new long[Number("rank", MaxRank)];
            for (var dimension = 0; dimension < shape.Length; dimension++)
                shape[dimension] = Number("dimension", int.MaxValue);
            // Decimal holds eight factors of 2^31 as far as the comparison needs: it stops growing once it is beyond a file's length.
            var bytes = shape.Aggregate((decimal)type.Bytes, (product, size) => product > int.MaxValue ? product : product * size);
            var offset = position;
            Take($"tensor '{Shown.Text(tensor)}' of shape [{string.Join(", ", shape)}]", bytes);
            if (!entries.TryAdd(tensor, new Entry(type, shape, offset, (int)bytes)))
                throw Damaged($"it holds tensor '{Shown.Text(tensor)}' twice");
        }

        return position == file.Length ? new TorchSharpFile(file, entries) : throw Damaged($"{file.Length - position} bytes follow its last tensor");

        long Number(string what, long largest)
        {
            long value = 0;
            for (var shift = 0; shift < 63; shift += 7)
            {
                var part = Take(what, 1).Span[0];
                value |= (long)(part & 0x7F) << shift;
                if ((part & 0x80) == 0)
                    return value <= largest ? value : throw Damaged($"a {what} of {value} is beyond the allowed {largest}");
            }

            throw Damaged($"a {what} is longer than 63 bits");
        }

        ReadOnlyMemory<byte> Take(string what, decimal length)
        {
            if (length > file.Length - position)
                throw Damaged($"it ends within a {what}, which takes {length} bytes where {file.Length - position} are left");
            var part = file.Slice(position, (int)length);
            position += (int)length;
            return part;
        }

        WeightsException Damaged(string problem) => new(
            $"{name} is no weights file, or is damaged: it doesn't begin like .safetensors or like PyTorch's .pth, and read as TorchSharp's format {problem}.");
    }

    /// <summary>Writes tensors as TorchSharp's <c>Module.load</c> reads them.</summary>
    /// <param name="tensors">The tensors, in the order of the file.</param>
    /// <param name="type">Float16 or float32.</param>
    /// <exception cref="WeightsException">A number is too large for float16.</exception>
    public static byte[] Write(IReadOnlyList<NamedTensor> tensors, NumberType type)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write7BitEncodedInt(tensors.Count);
        foreach (var tensor in tensors)
        {
            writer.Write(tensor.Name);
            writer.Write7BitEncodedInt(TorchSharpType.NumberOf(type));
            writer.Write7BitEncodedInt(tensor.Shape.Count);
            foreach (var size in tensor.Shape)
                writer.Write7BitEncodedInt64(size);
            writer.Write(NumberBytes.FromSingles(type, tensor.Values));
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <inheritdoc/>
    public bool Contains(string tensor) => _entries.ContainsKey(tensor);

    /// <inheritdoc/>
    public IReadOnlyList<long> ShapeOf(string tensor) => _entries[tensor].Shape;

    /// <inheritdoc/>
    public string TypeOf(string tensor) => _entries[tensor].Type.Name;

    /// <inheritdoc/>
    public float[] ReadSingles(string tensor)
    {
        var entry = _entries[tensor];
        return entry.Type.Numbers is { } numbers
            ? NumberBytes.ToSingles(numbers, _file.Span.Slice(entry.Offset, entry.Bytes))
            : throw new WeightsException(
                $"Tensor '{tensor}' has type {entry.Type.Name}; allowed are float16, bfloat16, float32 and float64.");
    }

    private sealed record Entry(TorchSharpType Type, long[] Shape, int Offset, int Bytes);
}

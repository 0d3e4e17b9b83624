using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using NeuralStyle.Engine.Networks;

namespace NeuralStyle.Engine.Safetensors;

/// <summary>
/// A .safetensors file: an 8-byte little-endian header length, a JSON header, then the tensors' bytes. The format holds no code,
/// and every offset is checked before it is used.
/// </summary>
public sealed class SafetensorsFile
{
    private const int LengthPrefixBytes = 8;

    // The published reference implementation refuses longer headers too.
    private const int MaxHeaderBytes = 100_000_000;

    private readonly ReadOnlyMemory<byte> _data;
    private readonly Dictionary<string, SafetensorsEntry> _entries;

    private SafetensorsFile(ReadOnlyMemory<byte> data, Dictionary<string, SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata)
    {
        _data = data;
        _entries = entries;
        Metadata = metadata;
    }

    /// <summary>The header's <c>__metadata__</c>; empty when it has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Names of the tensors, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _entries.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="file">All of its bytes; kept, not copied.</param>
    /// <exception cref="WeightsException">The bytes are not a sound .safetensors file.</exception>
    public static SafetensorsFile Parse(string name, ReadOnlyMemory<byte> file)
    {
        if (file.Length < LengthPrefixBytes)
            throw new WeightsException($"{name} is not a .safetensors file: it has {file.Length} bytes, fewer than the 8 of its header's length.");

        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (headerLength > MaxHeaderBytes || headerLength > (ulong)(file.Length - LengthPrefixBytes))
            throw new WeightsException($"{name} is not a .safetensors file, or is cut short: its header would be {headerLength} bytes of {file.Length}.");

        var data = file[(LengthPrefixBytes + (int)headerLength)..];
        try
        {
            using var header = JsonDocument.Parse(file.Slice(LengthPrefixBytes, (int)headerLength));
            var entries = new Dictionary<string, SafetensorsEntry>(StringComparer.Ordinal);
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in header.RootElement.EnumerateObject())
            {
                if (property.NameEquals("__metadata__"))
                {
                    foreach (var pair in property.Value.EnumerateObject())
                        metadata[pair.Name] = pair.Value.GetString() ?? string.Empty;
                }
                else
                {
                    entries[property.Name] = SafetensorsEntry.Parse(name, property, data.Length);
                }
            }

            return new SafetensorsFile(data, entries, metadata);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new WeightsException($"{name} has a damaged .safetensors header: {exception.Message}", exception);
        }
    }

    /// <summary>Whether the file holds a tensor.</summary>
    public bool Contains(string tensor) => _entries.ContainsKey(tensor);

    /// <summary>The dimensions of a tensor.</summary>
    public IReadOnlyList<long> ShapeOf(string tensor) => _entries[tensor].Shape;

    /// <summary>A tensor's values as float32, row-major. Float16 and bfloat16 widen exactly; float64 rounds.</summary>
    public float[] ReadSingles(string tensor)
    {
        var entry = _entries[tensor];
        var bytes = _data.Span.Slice(entry.Offset, entry.Bytes);
        return entry.Type switch
        {
            "F32" => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
            "F16" => Widen<Half>(bytes, value => (float)value),
            "BF16" => Widen<ushort>(bytes, value => BitConverter.UInt32BitsToSingle((uint)value << 16)),
            "F64" => Widen<double>(bytes, value => (float)value),
            _ => throw new WeightsException($"Tensor '{tensor}' has type {entry.Type}; allowed are F16, BF16, F32 and F64."),
        };
    }

    private static float[] Widen<T>(ReadOnlySpan<byte> bytes, Func<T, float> convert)
        where T : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, T>(bytes);
        var result = new float[values.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = convert(values[i]);
        return result;
    }
}

using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Networks.Formats;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Safetensors;

/// <summary>
/// A .safetensors file: an 8-byte little-endian header length, a JSON header, then the tensors' bytes. The format holds no code,
/// and every offset is checked before it is used.
/// </summary>
public sealed class SafetensorsFile : ITensorFile
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

    /// <inheritdoc/>
    public WeightsFormat Format => WeightsFormat.Safetensors;

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

    /// <summary>Writes tensors.</summary>
    /// <param name="tensors">The tensors, in the order of the file.</param>
    /// <param name="type">Float16 or float32.</param>
    /// <param name="metadata">What the file says about itself.</param>
    /// <exception cref="WeightsException">A number is too large for float16.</exception>
    public static byte[] Write(IReadOnlyList<NamedTensor> tensors, NumberType type, IReadOnlyDictionary<string, string> metadata)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        using var data = new MemoryStream();
        var header = new JsonObject
        {
            ["__metadata__"] = new JsonObject(metadata.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
        };
        foreach (var tensor in tensors)
        {
            var begin = data.Length;
            data.Write(NumberBytes.FromSingles(type, tensor.Values));
            header[tensor.Name] = new JsonObject
            {
                ["dtype"] = SafetensorsType.NameOf(type),
                ["shape"] = new JsonArray([.. tensor.Shape.Select(size => (JsonNode)size)]),
                ["data_offsets"] = new JsonArray(begin, data.Length),
            };
        }

        var text = Encoding.UTF8.GetBytes(header.ToJsonString());
        // Spaces after the header, as the reference implementation has them, so that the numbers lie at multiples of 8.
        var padded = (text.Length + LengthPrefixBytes - 1) / LengthPrefixBytes * LengthPrefixBytes;
        var file = new byte[LengthPrefixBytes + padded + data.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)padded);
        text.CopyTo(file, LengthPrefixBytes);
        file.AsSpan(LengthPrefixBytes + text.Length, padded - text.Length).Fill((byte)' ');
        data.GetBuffer().AsSpan(0, (int)data.Length).CopyTo(file.AsSpan(LengthPrefixBytes + padded));
        return file;
    }

    /// <summary>Whether the file holds a tensor.</summary>
    public bool Contains(string tensor) => _entries.ContainsKey(tensor);

    /// <summary>The dimensions of a tensor.</summary>
    public IReadOnlyList<long> ShapeOf(string tensor) => _entries[tensor].Shape;

    /// <inheritdoc/>
    public string TypeOf(string tensor) =>
        SafetensorsType.Of(_entries[tensor].Type) is { } numbers ? EnumNames.Of(numbers) : _entries[tensor].Type;

    /// <summary>A tensor's values as float32, row-major. Float16 and bfloat16 widen exactly; float64 rounds.</summary>
    public float[] ReadSingles(string tensor)
    {
        var entry = _entries[tensor];
        return SafetensorsType.Of(entry.Type) is { } numbers
            ? NumberBytes.ToSingles(numbers, _data.Span.Slice(entry.Offset, entry.Bytes))
            : throw new WeightsException($"Tensor '{tensor}' has type {entry.Type}; allowed are F16, BF16, F32 and F64.");
    }
}

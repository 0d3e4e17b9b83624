using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using NeuralStyle.Engine.Optimization;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Engine.Stylization.Checkpoints;

/// <summary>
/// Checkpoints as bytes, little-endian: magic (8 bytes), version (int32), length of the rest behind the hash (int64), SHA-256 of
/// that rest (32 bytes); then the head as JSON after its length (int32), the four images each after its length in bytes (int32), and
/// the optimizer's state as <see cref="OptimizerStateFormat"/> writes it.
/// </summary>
internal static class CheckpointFormat
{
    /// <summary>Goes up when a checkpoint of before can't be read any more, or would be misread.</summary>
    public const int Version = 2;

    // A head that lacks anything, or has more than this engine knows, is none.
    private static readonly JsonSerializerOptions HeadJson = new(PlanJson.Compact)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private const int HeaderLength = 8 + 4 + 8 + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Magic => "NSTCHKPT"u8;

    /// <summary>The bytes of a checkpoint.</summary>
    public static byte[] Write(Checkpoint checkpoint)
    {
        using var stream = new MemoryStream();
        stream.Write(new byte[HeaderLength]);
        WriteBytes(stream, JsonSerializer.SerializeToUtf8Bytes(checkpoint.Head, HeadJson));
        var tensors = checkpoint.Tensors;
        foreach (var image in new[] { tensors.Image, tensors.Good, tensors.Mean, tensors.Best })
            WriteBytes(stream, MemoryMarshal.AsBytes(image.AsSpan()));
        OptimizerStateFormat.Write(stream, tensors.Optimizer);

        var bytes = stream.ToArray();
        var header = bytes.AsSpan(0, HeaderLength);
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(header[12..], bytes.Length - HeaderLength);
        SHA256.HashData(bytes.AsSpan(HeaderLength), header[20..]);
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <exception cref="CheckpointException">The bytes are no checkpoint, of another version, cut short or changed.</exception>
    public static Checkpoint Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.StartsWith(Magic))
            throw new CheckpointException($"its {bytes.Length} bytes don't begin as a checkpoint does");

        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (version != Version)
            throw new CheckpointException($"it is of version {version}; this engine reads version {Version}");

        var body = bytes[HeaderLength..];
        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]);
        if (body.Length != length)
            throw new CheckpointException($"it says that it has {length} bytes and has {body.Length}");
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes[20..HeaderLength]))
            throw new CheckpointException("its bytes have changed: their SHA-256 is not the one that it says");

        return ReadBody(body.ToArray());
    }

    private static Checkpoint ReadBody(byte[] body)
    {
        using var stream = new MemoryStream(body, writable: false);
        try
        {
            var head = JsonSerializer.Deserialize<CheckpointHead>(ReadBytes(stream, 1), HeadJson)
                ?? throw new InvalidDataException("there is no head");
            var tensors = new DescentTensors(
                ReadImage(stream), ReadImage(stream), ReadImage(stream), ReadImage(stream), OptimizerStateFormat.Read(stream));
            return stream.Position == stream.Length
                ? new Checkpoint(head, tensors)
                : throw new InvalidDataException($"{stream.Length - stream.Position} bytes follow its end");
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or ArgumentException)
        {
            throw new CheckpointException($"it can't be read: {exception.Message}", exception);
        }
    }

    private static void WriteBytes(MemoryStream stream, ReadOnlySpan<byte> values)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, values.Length);
        stream.Write(length);
        stream.Write(values);
    }

    private static ReadOnlySpan<byte> ReadBytes(MemoryStream stream, int multipleOf)
    {
        Span<byte> four = stackalloc byte[4];
        if (stream.ReadAtLeast(four, four.Length, throwOnEndOfStream: false) < four.Length)
            throw new InvalidDataException("it is cut short");
        var length = BinaryPrimitives.ReadInt32LittleEndian(four);
        if (length < 0 || length > stream.Length - stream.Position || length % multipleOf != 0)
            throw new InvalidDataException($"{length} bytes can't follow at {stream.Position} of {stream.Length}");

        var values = new byte[length];
        stream.ReadExactly(values);
        return values;
    }

    private static ImmutableArray<float> ReadImage(MemoryStream stream) =>
        [.. MemoryMarshal.Cast<byte, float>(ReadBytes(stream, sizeof(float)))];
}

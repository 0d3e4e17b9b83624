using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace NeuralStyle.Engine.Tests.Networks.Formats;

/// <summary>Makes files as PyTorch does, in both of its formats.</summary>
internal static class TorchFiles
{
    public static byte[] Zip(params TorchSample[] samples) =>
        Zip(new PickleWriter().StateDict(samples, legacy: false).Bytes, [.. samples.DistinctBy(sample => sample.Key).Select(sample => ($"data/{sample.Key}", sample.Bytes))]);

    public static byte[] Zip(byte[] pickle, (string Name, byte[] Bytes)[] entries, CompressionLevel level = CompressionLevel.NoCompression)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in ((string, byte[])[])[("data.pkl", pickle), ("byteorder", "little"u8.ToArray()), .. entries, ("version", "3\n"u8.ToArray())])
            {
                using var entry = zip.CreateEntry($"archive/{name}", level).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Legacy(params TorchSample[] samples) => Legacy(new PickleWriter().StateDict(samples, legacy: true).Bytes, samples);

    public static byte[] Legacy(byte[] pickle, TorchSample[] samples)
    {
        using var stream = new MemoryStream();
        stream.Write(new PickleWriter().Raw(0x8A, 10).Raw(BigInteger.Parse("119547037146038801333356").ToByteArray()).Op('.').Bytes);
        stream.Write(new PickleWriter().Number(1001).Op('.').Bytes);
        stream.Write(new PickleWriter().Op('}').Text("little_endian").Raw(0x88).Op('s').Op('.').Bytes);
        stream.Write(pickle);
        var keys = new PickleWriter().Op(']').Op('(');
        var storages = samples.DistinctBy(sample => sample.Key).ToList();
        foreach (var sample in storages)
            keys.Text(sample.Key);
        stream.Write(keys.Op('e').Op('.').Bytes);
        Span<byte> count = stackalloc byte[8];
        foreach (var sample in storages)
        {
            BinaryPrimitives.WriteInt64LittleEndian(count, sample.Count);
            stream.Write(count);
            stream.Write(sample.Bytes);
        }

        return stream.ToArray();
    }
}

using System.Buffers.Binary;
using System.Numerics;
using NeuralStyle.Engine.Networks.Formats.Pickle;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Engine.Networks.Formats;

/// <summary>
/// PyTorch's form of before 1.6, which its published VGG weights have: pickles of a magic number, a protocol version, facts about
/// the writer, the object and the keys of its storages; then for each key the number of its numbers (8 bytes) and their bytes.
/// </summary>
internal static class TorchLegacy
{
    private const long ProtocolVersion = 1001;

    private static readonly BigInteger Magic = BigInteger.Parse("1950a86a20f9469cfc6c", System.Globalization.NumberStyles.HexNumber, null);

    /// <summary>Whether a file begins like a pickle of protocol 2 or later: those that PyTorch wrote, and those that are none of it and refused.</summary>
    public static bool Recognizes(ReadOnlySpan<byte> start) =>
        start.Length > 1 && start[0] == (byte)PickleOpcode.Proto && start[1] is >= 2 and <= 5;

    /// <exception cref="WeightsException">The bytes are not a sound file of this format, or hold something else than tensors.</exception>
    public static ITensorFile Parse(string name, ReadOnlyMemory<byte> file)
    {
        var objects = new TorchObjects(name);
        var rest = file;
        if (!Equals(Next(), Magic))
            throw new WeightsException($"{name} is a pickle, but no weights file of PyTorch: it doesn't begin with the magic number.");
        if (Next() is var version and not ProtocolVersion)
            throw new WeightsException($"{name} has version {version} of PyTorch's format; allowed is {ProtocolVersion}.");
        if (Next() is PickleDictionary writer && writer.Named.GetValueOrDefault("little_endian") is false)
            throw new WeightsException($"{name} was written with byte order 'big'; allowed is little.");
        var root = Next();
        var storages = Storages(name, Next() as List<object?>, objects.Referenced, rest);
        return new TorchFile(WeightsFormat.TorchLegacy, name, root, storage =>
            storages.TryGetValue(storage.Key, out var bytes)
                ? bytes
                : throw new WeightsException($"{name} is damaged: it holds no storage '{Shown.Text(storage.Key)}'."));

        object? Next()
        {
            var (value, length) = PickleMachine.Read(name, rest, objects);
            rest = rest[length..];
            return value;
        }
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Storages(
        string name, List<object?>? keys, IReadOnlyDictionary<string, TorchStorage> referenced, ReadOnlyMemory<byte> rest)
    {
        var storages = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var item in keys ?? throw new WeightsException($"{name} is damaged: it has no list of its storages."))
        {
            if (item is not string key || !referenced.TryGetValue(key, out var storage))
                throw new WeightsException($"{name} is damaged: it lists a storage '{Shown.Text($"{item}")}' that no tensor has.");
            if (rest.Length < sizeof(long) || storage.Bytes > rest.Length - sizeof(long))
                throw new WeightsException($"{name} is cut short: storage '{Shown.Text(key)}' takes {storage.Bytes} bytes and {rest.Length} are left.");
            var count = BinaryPrimitives.ReadInt64LittleEndian(rest.Span);
            if (count != storage.Count)
                throw new WeightsException($"{name} is damaged: storage '{Shown.Text(key)}' has {count} numbers where {storage.Count} belong.");
            if (!storages.TryAdd(key, rest.Slice(sizeof(long), (int)storage.Bytes)))
                throw new WeightsException($"{name} is damaged: it lists storage '{Shown.Text(key)}' twice.");
            rest = rest[(sizeof(long) + (int)storage.Bytes)..];
        }

        return storages;
    }
}

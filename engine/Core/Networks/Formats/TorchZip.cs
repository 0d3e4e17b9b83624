using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using NeuralStyle.Engine.Networks.Formats.Pickle;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Engine.Networks.Formats;

/// <summary>
/// PyTorch's zip: under one folder <c>data.pkl</c>, the storages <c>data/0</c>, <c>data/1</c> and so on, and mostly <c>byteorder</c>.
/// PyTorch stores its entries uncompressed; compressed ones are refused, so that no file can grow when it is read.
/// </summary>
internal static class TorchZip
{
    private const string Pickle = "data.pkl";

    /// <exception cref="WeightsException">The bytes are not a sound file of this format, or hold something else than tensors.</exception>
    public static ITensorFile Parse(string name, ReadOnlyMemory<byte> file)
    {
        var entries = Entries(name, file);
        var pickles = entries.Keys.Where(entry => entry == Pickle || entry.EndsWith($"/{Pickle}", StringComparison.Ordinal)).ToList();
        if (pickles is not [var pickle])
            throw new WeightsException($"{name} is a zip, but not of PyTorch: it holds {pickles.Count} entries named {Pickle} of {Shown.List([.. entries.Keys], 8)}.");
        var folder = pickle[..^Pickle.Length];
        if (entries.ContainsKey($"{folder}constants.pkl"))
            throw new WeightsException($"{name} is a TorchScript program; allowed is a state dict, what PyTorch's torch.save(model.state_dict()) writes.");
        if (entries.TryGetValue($"{folder}byteorder", out var order) && Encoding.ASCII.GetString(Read(name, file, order).Span) is var text and not "little")
            throw new WeightsException($"{name} was written with byte order '{Shown.Text(text)}'; allowed is little.");

        var (root, _) = PickleMachine.Read(name, Read(name, file, entries[pickle]), new TorchObjects(name));
        return new TorchFile(WeightsFormat.TorchZip, name, root, storage =>
            entries.TryGetValue($"{folder}data/{storage.Key}", out var entry)
                ? Read(name, file, entry)
                : throw new WeightsException($"{name} is damaged: it holds no entry {Shown.Text($"{folder}data/{storage.Key}")}."));
    }

    private static Dictionary<string, int> Entries(string name, ReadOnlyMemory<byte> file)
    {
        try
        {
            using var zip = new ZipArchive(StreamOf(file), ZipArchiveMode.Read);
            var entries = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < zip.Entries.Count; i++)
            {
                var entry = zip.Entries[i];
                if (!entries.TryAdd(entry.FullName, i))
                    throw new WeightsException($"{name} is damaged: it holds entry {Shown.Text(entry.FullName)} twice.");
            }

            return entries;
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(name, exception);
        }
    }

    private static ReadOnlyMemory<byte> Read(string name, ReadOnlyMemory<byte> file, int index)
    {
        try
        {
            using var zip = new ZipArchive(StreamOf(file), ZipArchiveMode.Read);
            var entry = zip.Entries[index];
            if (entry.CompressedLength != entry.Length)
                throw new WeightsException($"{name} holds {Shown.Text(entry.FullName)} compressed; PyTorch stores its entries as they are, and nothing else is allowed.");
            if (entry.Length > file.Length)
                throw new WeightsException($"{name} is damaged: its entry {Shown.Text(entry.FullName)} would have {entry.Length} bytes of {file.Length}.");
            var bytes = new byte[entry.Length];
            using var stream = entry.Open();
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(name, exception);
        }
    }

    private static WeightsException Damaged(string name, Exception exception) =>
        new($"{name} is a damaged zip, or cut short: {exception.Message}", exception);

    // Over the bytes themselves where they are an array, which they are for files.
    private static MemoryStream StreamOf(ReadOnlyMemory<byte> file) => MemoryMarshal.TryGetArray(file, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(file.ToArray(), writable: false);
}

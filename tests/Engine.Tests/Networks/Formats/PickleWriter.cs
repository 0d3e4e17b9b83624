using System.Buffers.Binary;
using System.Text;

namespace NeuralStyle.Engine.Tests.Networks.Formats;

/// <summary>Assembles pickles opcode by opcode, as PyTorch's pickler writes state dicts (protocol 2).</summary>
internal sealed class PickleWriter
{
    private readonly List<byte> _bytes = [];

    public PickleWriter() => Raw(0x80, 2);

    public byte[] Bytes => [.. _bytes];

    public PickleWriter Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public PickleWriter Op(char opcode) => Raw((byte)opcode);

    public PickleWriter Global(string module, string name) => Raw(Encoding.UTF8.GetBytes($"c{module}\n{name}\n"));

    public PickleWriter Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, utf8.Length);
        return Op('X').Raw(length).Raw(utf8);
    }

    public PickleWriter Number(long number)
    {
        if (number is >= 0 and <= 255)
            return Op('K').Raw((byte)number);
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return Raw(0x8A, 8).Raw(bytes);
    }

    public PickleWriter Tuple(params ReadOnlySpan<long> numbers)
    {
        Op('(');
        foreach (var number in numbers)
            Number(number);
        return Op('t');
    }

    /// <summary>A reference to a storage: ('storage', type, key, 'cpu', count), and for the legacy format a view of none.</summary>
    public PickleWriter Storage(string type, string key, long count, bool legacy)
    {
        Op('(').Text("storage").Global("torch", type).Text(key).Text("cpu").Number(count);
        if (legacy)
            Op('N');
        return Op('t').Op('Q');
    }

    /// <summary>_rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, hooks).</summary>
    public PickleWriter Tensor(TorchSample sample, bool legacy)
    {
        Global("torch._utils", "_rebuild_tensor_v2").Op('(');
        Storage(sample.StorageType, sample.Key, sample.Count, legacy).Number(sample.Offset).Tuple(sample.Shape).Tuple(sample.Strides);
        return Raw(0x89).Global("collections", "OrderedDict").Op(')').Op('R').Op('t').Op('R');
    }

    /// <summary>An OrderedDict of tensors with PyTorch's _metadata as its state.</summary>
    public PickleWriter StateDict(IEnumerable<TorchSample> samples, bool legacy)
    {
        Global("collections", "OrderedDict").Op(')').Op('R').Raw((byte)'q', 0).Op('(');
        foreach (var sample in samples)
            Text(sample.Name).Tensor(sample, legacy);
        return Op('u').Op('}').Text("_metadata").Raw((byte)'h', 0).Op('s').Op('b').Op('.');
    }
}

using NeuralStyle.Engine.Networks.Formats.Pickle;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Networks.Formats;

/// <summary>The tensors of a state dict that PyTorch saved, in its zip or in its older form.</summary>
internal sealed class TorchFile : ITensorFile
{
    private readonly string _name;
    private readonly Dictionary<string, TorchTensor> _tensors;
    private readonly Func<TorchStorage, ReadOnlyMemory<byte>> _bytesOf;

    /// <param name="format">Its form.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="root">What its pickle holds.</param>
    /// <param name="bytesOf">Gives the bytes of a storage, as many as it should have.</param>
    /// <exception cref="WeightsException">The pickle holds no tensors by name.</exception>
    public TorchFile(WeightsFormat format, string name, object? root, Func<TorchStorage, ReadOnlyMemory<byte>> bytesOf)
    {
        Format = format;
        _name = name;
        _bytesOf = bytesOf;
        var dictionary = root as PickleDictionary;
        // Training scripts save the state dict beside other things.
        if (dictionary?.Named.GetValueOrDefault("state_dict") is PickleDictionary inner)
            dictionary = inner;
        _tensors = dictionary?.Named
            .Where(entry => entry.Value is TorchTensor)
            .ToDictionary(entry => entry.Key, entry => (TorchTensor)entry.Value!, StringComparer.Ordinal) ?? [];
        if (_tensors.Count == 0)
            throw new WeightsException($"{name} holds no tensors by name; allowed is a state dict, what PyTorch's model.state_dict() gives.");
    }

    public WeightsFormat Format { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Names => [.. _tensors.Keys.Order(StringComparer.Ordinal)];

    public bool Contains(string tensor) => _tensors.ContainsKey(tensor);

    public IReadOnlyList<long> ShapeOf(string tensor) => _tensors[tensor].Shape;

    public string TypeOf(string tensor) => EnumNames.Of(_tensors[tensor].Storage.Type);

    public float[] ReadSingles(string tensor)
    {
        var found = _tensors[tensor];
        var bytes = _bytesOf(found.Storage);
        return bytes.Length == found.Storage.Bytes
            ? found.Gather(bytes.Span)
            : throw new WeightsException($"{_name} is damaged: storage '{found.Storage.Key}' has {bytes.Length} bytes where {found.Storage.Bytes} belong.");
    }
}

using NeuralStyle.Plan.Text;

namespace NeuralStyle.Engine.Networks.Formats.Pickle;

/// <summary>
/// The few names that a file of tensors needs: dicts, tensors, parameters and storages of floating-point numbers. None of them
/// runs anything; any other name is refused.
/// </summary>
/// <param name="file">What to call the file in messages.</param>
internal sealed class TorchObjects(string file) : IPickleObjects
{
    private const string OrderedDict = "collections.OrderedDict";
    private const string Tensor = "torch._utils._rebuild_tensor_v2";

    // Until PyTorch 0.3, which the published Caffe weights were saved with.
    private const string OldTensor = "torch._utils._rebuild_tensor";
    private const string Parameter = "torch._utils._rebuild_parameter";
    private const string OldParameter = "torch.nn.parameter.Parameter";

    private static readonly string[] Makers = [OrderedDict, Tensor, OldTensor, Parameter, OldParameter];

    private static readonly Dictionary<string, NumberType> Storages = new(StringComparer.Ordinal)
    {
        ["torch.HalfStorage"] = NumberType.Float16,
        ["torch.BFloat16Storage"] = NumberType.Bfloat16,
        ["torch.FloatStorage"] = NumberType.Float32,
        ["torch.DoubleStorage"] = NumberType.Float64,
    };

    private readonly Dictionary<string, TorchStorage> _storages = new(StringComparer.Ordinal);

    /// <summary>The storages that were referred to, by key.</summary>
    public IReadOnlyDictionary<string, TorchStorage> Referenced => _storages;

    public object Global(string module, string name)
    {
        var whole = $"{module}.{name}";
        if (Storages.TryGetValue(whole, out var type))
            return type;
        return Makers.Contains(whole, StringComparer.Ordinal)
            ? new Maker(whole)
            : throw new WeightsException(
                $"{file} contains {Shown.Text(whole, 100)}: refused, and nothing of it was run. A weights file may hold only tensors; "
                + $"allowed are {string.Join(", ", Makers)} and {string.Join(", ", Storages.Keys)}.");
    }

    public object Make(object? global, object?[] arguments) => (global as Maker)?.Name switch
    {
        OrderedDict => MakeDictionary(arguments),
        Tensor or OldTensor => MakeTensor(arguments),
        Parameter or OldParameter when arguments is [TorchTensor tensor, ..] => tensor,
        var name => throw Damaged($"{name ?? "something that is no name"} is applied to {arguments.Length} arguments that it isn't made of"),
    };

    public object Persistent(object? id)
    {
        if ((id as object?[]) is not ["storage", NumberType type, string key, string, long count, .. var view] || count < 0)
            throw Damaged("it refers to something outside of it that is no storage of floating-point numbers");
        if (view is [not null])
            throw Damaged($"storage '{Shown.Text(key)}' is a view of another, which PyTorch has not written since 0.4");
        var storage = new TorchStorage(type, key, count);
        if (!_storages.TryAdd(key, storage) && _storages[key] != storage)
            throw Damaged($"storage '{Shown.Text(key)}' is described in two ways");
        return _storages[key];
    }

    private PickleDictionary MakeDictionary(object?[] arguments)
    {
        var dictionary = new PickleDictionary();
        if (arguments.Length == 0)
            return dictionary;
        if (arguments is not [List<object?> pairs])
            throw Damaged("an OrderedDict is made of something else than pairs");
        foreach (var pair in pairs)
        {
            // Python 2 wrote each pair as a list.
            if ((pair as List<object?>)?.ToArray() is not [var key, var value])
                throw Damaged("an OrderedDict is made of something else than pairs");
            dictionary.Set(key, value);
        }

        return dictionary;
    }

    private TorchTensor MakeTensor(object?[] arguments)
    {
        if (arguments is not [TorchStorage storage, long offset, object?[] shape, object?[] strides, ..]
            || !shape.Concat(strides).All(size => size is long))
            throw Damaged("a tensor is made of something else than storage, offset, shape and strides");
        var tensor = new TorchTensor(storage, offset, [.. shape.Cast<long>()], [.. strides.Cast<long>()]);
        return tensor.Problem() is { } problem ? throw Damaged(problem) : tensor;
    }

    private WeightsException Damaged(string problem) => new($"{file} is damaged: in its pickle {problem}.");

    private sealed record Maker(string Name);
}

using System.Globalization;
using System.Numerics;

namespace NeuralStyle.Engine.Networks.Formats.Pickle;

/// <summary>
/// Interprets a pickle without running anything: it builds numbers, texts, lists, tuples and dicts, and asks
/// <see cref="IPickleObjects"/> about each name. A pickle that runs code does it by naming a function and applying it; here a name
/// that isn't allowed ends the reading. Values are <c>long</c>, <c>BigInteger</c>, <c>double</c>, <c>bool</c>, <c>string</c>, null,
/// <c>List&lt;object?&gt;</c>, <c>object?[]</c> for tuples, <see cref="PickleDictionary"/>, and what the objects are made of.
/// Each operation takes a byte at least and adds one value at most, so that memory is bounded by the operations allowed.
/// </summary>
internal sealed class PickleMachine
{
    // A state dict of VGG-19 takes fewer than 3,000.
    private const int MaxOperations = 1_000_000;

    // PyTorch's magic number has ten bytes; nothing else is longer than eight.
    private const int MaxLongBytes = 16;

    private readonly PickleBytes _bytes;
    private readonly IPickleObjects _objects;
    private readonly Dictionary<long, object?> _memo = [];
    private readonly Stack<List<object?>> _marked = [];
    private List<object?> _stack = [];

    private PickleMachine(PickleBytes bytes, IPickleObjects objects) => (_bytes, _objects) = (bytes, objects);

    /// <summary>Reads one pickle.</summary>
    /// <param name="name">What to call the file in messages.</param>
    /// <param name="bytes">Bytes that begin with it.</param>
    /// <param name="objects">What its names stand for.</param>
    /// <returns>Its value, and the bytes that it took.</returns>
    /// <exception cref="WeightsException">It is damaged, or contains something that isn't allowed.</exception>
    public static (object? Value, int Length) Read(string name, ReadOnlyMemory<byte> bytes, IPickleObjects objects)
    {
        var reader = new PickleBytes(name, bytes);
        var machine = new PickleMachine(reader, objects);
        return (machine.Run(), reader.Position);
    }

    private object? Run()
    {
        for (var operations = 0; operations < MaxOperations; operations++)
        {
            var opcode = (PickleOpcode)_bytes.Byte();
            if (opcode == PickleOpcode.Stop)
                return Pop();
            Do(opcode);
        }

        throw _bytes.Damaged($"it goes on after {MaxOperations} operations");
    }

    private void Do(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Proto:
                if (_bytes.Byte() is var protocol and > 5)
                    throw _bytes.Damaged($"its protocol is {protocol}; allowed are 0 to 5");
                break;
            case PickleOpcode.Frame:
                _bytes.Int64();
                break;
            case PickleOpcode.Mark:
                _marked.Push(_stack);
                _stack = [];
                break;
            case PickleOpcode.Pop:
                Pop();
                break;
            case PickleOpcode.PopMark:
                PopMarked();
                break;
            case PickleOpcode.Dup:
                Push(Top());
                break;
            case PickleOpcode.Put:
                _memo[Integer(_bytes.Line())] = Top();
                break;
            case PickleOpcode.BinPut:
                _memo[_bytes.Byte()] = Top();
                break;
            case PickleOpcode.LongBinPut:
                _memo[(uint)_bytes.Int32()] = Top();
                break;
            case PickleOpcode.Memoize:
                _memo[_memo.Count] = Top();
                break;
            case PickleOpcode.Get:
                Push(Remembered(Integer(_bytes.Line())));
                break;
            case PickleOpcode.BinGet:
                Push(Remembered(_bytes.Byte()));
                break;
            case PickleOpcode.LongBinGet:
                Push(Remembered((uint)_bytes.Int32()));
                break;
            default:
                if (!PushScalar(opcode) && !Collect(opcode))
                    Construct(opcode);
                break;
        }
    }

    /// <summary>Opcodes that push one value that they carry.</summary>
    private bool PushScalar(PickleOpcode opcode)
    {
        object? value;
        switch (opcode)
        {
            case PickleOpcode.None: value = null; break;
            case PickleOpcode.NewTrue: value = true; break;
            case PickleOpcode.NewFalse: value = false; break;
            case PickleOpcode.BinInt: value = (long)_bytes.Int32(); break;
            case PickleOpcode.BinInt1: value = (long)_bytes.Byte(); break;
            case PickleOpcode.BinInt2: value = (long)_bytes.UInt16(); break;
            case PickleOpcode.Long1:
                var wide = Wide(_bytes.Byte());
                value = wide >= long.MinValue && wide <= long.MaxValue ? (object)(long)wide : wide;
                break;
            case PickleOpcode.Int:
                // Protocol 0 has no other way to write a bool.
                value = _bytes.Line() switch { "00" => false, "01" => true, var line => Integer(line) };
                break;
            case PickleOpcode.Long: value = Integer(_bytes.Line().TrimEnd('L')); break;
            case PickleOpcode.BinFloat: value = _bytes.BigEndianDouble(); break;
            case PickleOpcode.Float: value = Real(_bytes.Line()); break;
            case PickleOpcode.Unicode: value = _bytes.Line(); break;
            case PickleOpcode.BinUnicode: value = _bytes.Text((uint)_bytes.Int32()); break;
            case PickleOpcode.ShortBinUnicode or PickleOpcode.ShortBinString: value = _bytes.Text(_bytes.Byte()); break;
            case PickleOpcode.BinString: value = _bytes.Text(_bytes.Int32()); break;
            case PickleOpcode.String: value = _bytes.Line().Trim('\'', '"'); break;
            default: return false;
        }

        Push(value);
        return true;
    }

    /// <summary>Opcodes of tuples, lists and dicts.</summary>
    private bool Collect(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.EmptyTuple: Push(Array.Empty<object?>()); break;
            case PickleOpcode.Tuple1: Push(Take(1)); break;
            case PickleOpcode.Tuple2: Push(Take(2)); break;
            case PickleOpcode.Tuple3: Push(Take(3)); break;
            case PickleOpcode.Tuple: Push(PopMarked().ToArray()); break;
            case PickleOpcode.EmptyList: Push(new List<object?>()); break;
            case PickleOpcode.List: Push(PopMarked()); break;
            case PickleOpcode.EmptyDict: Push(new PickleDictionary()); break;
            case PickleOpcode.Append: AddTo(Take(1)); break;
            case PickleOpcode.Appends: AddTo(PopMarked()); break;
            case PickleOpcode.SetItem: SetIn(Take(2)); break;
            case PickleOpcode.SetItems: SetIn(PopMarked()); break;
            case PickleOpcode.Dict:
                var items = PopMarked();
                Push(new PickleDictionary());
                SetIn(items);
                break;
            default: return false;
        }

        return true;
    }

    /// <summary>Opcodes of names and of what is made by them.</summary>
    private void Construct(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Global:
                Push(_objects.Global(_bytes.Line(), _bytes.Line()));
                break;
            case PickleOpcode.StackGlobal:
                Push(Take(2) is [string module, string name]
                    ? _objects.Global(module, name)
                    : throw _bytes.Damaged("a name is not of two texts"));
                break;
            case PickleOpcode.Inst:
                var made = _objects.Global(_bytes.Line(), _bytes.Line());
                Push(_objects.Make(made, PopMarked().ToArray()));
                break;
            case PickleOpcode.Reduce or PickleOpcode.NewObj:
                Push(Take(2) is [var global, object?[] arguments]
                    ? _objects.Make(global, arguments)
                    : throw _bytes.Damaged("the arguments of a name are no tuple"));
                break;
            case PickleOpcode.Build:
                // The further state of a dict or tensor (PyTorch's _metadata and hooks) has no use here, and is dropped unread.
                Pop();
                if (Top() is not (PickleDictionary or TorchTensor))
                    throw _bytes.Damaged("a state is given to something that has none");
                break;
            case PickleOpcode.BinPersId:
                Push(_objects.Persistent(Pop()));
                break;
            default:
                throw _bytes.Damaged($"it has opcode 0x{(byte)opcode:X2}, which a file of tensors has no use for; refused");
        }
    }

    private void Push(object? value) => _stack.Add(value);

    private object? Top() => _stack.Count > 0 ? _stack[^1] : throw _bytes.Damaged("a value is expected where there is none");

    private object? Pop()
    {
        var value = Top();
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    private object?[] Take(int count)
    {
        if (_stack.Count < count)
            throw _bytes.Damaged($"{count} values are expected where there are {_stack.Count}");
        object?[] values = [.. _stack[^count..]];
        _stack.RemoveRange(_stack.Count - count, count);
        return values;
    }

    private List<object?> PopMarked()
    {
        if (!_marked.TryPop(out var before))
            throw _bytes.Damaged("a mark is expected where there is none");
        var values = _stack;
        _stack = before;
        return values;
    }

    private void AddTo(IReadOnlyCollection<object?> items)
    {
        if (Top() is not List<object?> list)
            throw _bytes.Damaged("something is appended to what is no list");
        list.AddRange(items);
    }

    private void SetIn(IReadOnlyList<object?> items)
    {
        if (Top() is not PickleDictionary dictionary || items.Count % 2 != 0)
            throw _bytes.Damaged("entries are set in what is no dict, or a key has no value");
        for (var i = 0; i < items.Count; i += 2)
            dictionary.Set(items[i], items[i + 1]);
    }

    private object? Remembered(long index) =>
        _memo.TryGetValue(index, out var value) ? value : throw _bytes.Damaged($"value {index} is asked for that was never kept");

    private BigInteger Wide(int length)
    {
        if (length > MaxLongBytes)
            throw _bytes.Damaged($"a number of {length} bytes is beyond the allowed {MaxLongBytes}");
        return new BigInteger(_bytes.Take(length));
    }

    private long Integer(string line) => long.TryParse(line, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw _bytes.Damaged($"'{line}' is no whole number");

    private double Real(string line) => double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw _bytes.Damaged($"'{line}' is no number");
}

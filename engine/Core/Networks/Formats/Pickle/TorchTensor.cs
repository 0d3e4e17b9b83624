namespace NeuralStyle.Engine.Networks.Formats.Pickle;

/// <summary>A tensor of a pickle: a view of a storage, checked to lie within it.</summary>
/// <param name="Storage">Where its numbers are.</param>
/// <param name="Offset">Place of its first number, in numbers.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Strides">Distance of neighbors in each dimension, in numbers.</param>
internal sealed record TorchTensor(TorchStorage Storage, long Offset, long[] Shape, long[] Strides)
{
    private const int MaxRank = 8;

    /// <summary>Number of elements.</summary>
    public int Count => (int)Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>What is wrong with it; null when it lies within its storage.</summary>
    public string? Problem()
    {
        var described = $"a tensor of shape [{string.Join(", ", Shape)}], strides [{string.Join(", ", Strides)}] and offset {Offset}";
        if (Shape.Length > MaxRank || Shape.Length != Strides.Length || Offset < 0 || Shape.Any(size => size < 0) || Strides.Any(stride => stride < 0))
            return $"{described} is none: allowed are at most {MaxRank} dimensions, as many strides, and nothing negative";

        // A view may not repeat numbers either: it would make much out of little.
        decimal count = 1;
        decimal last = Offset;
        for (var i = 0; i < Shape.Length; i++)
        {
            count = Math.Min(count * Shape[i], long.MaxValue);
            last += Shape[i] > 0 ? (decimal)(Shape[i] - 1) * Strides[i] : 0;
        }

        return count > Storage.Count || (count > 0 && last >= Storage.Count)
            ? $"{described} reaches beyond its storage of {Storage.Count} numbers"
            : null;
    }

    /// <summary>Its numbers, row-major.</summary>
    /// <param name="storage">Those of the whole storage.</param>
    public float[] Gather(ReadOnlySpan<byte> storage)
    {
        var bytes = NumberBytes.SizeOf(Storage.Type);
        if (IsContiguous())
            return NumberBytes.ToSingles(Storage.Type, storage.Slice((int)Offset * bytes, Count * bytes));

        var all = NumberBytes.ToSingles(Storage.Type, storage);
        var values = new float[Count];
        var index = new long[Shape.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var place = Offset;
            for (var dimension = 0; dimension < index.Length; dimension++)
                place += index[dimension] * Strides[dimension];
            values[i] = all[place];
            for (var dimension = index.Length - 1; dimension >= 0 && ++index[dimension] == Shape[dimension]; dimension--)
                index[dimension] = 0;
        }

        return values;
    }

    private bool IsContiguous()
    {
        long expected = 1;
        for (var i = Shape.Length - 1; i >= 0; i--)
        {
            if (Shape[i] != 1 && Strides[i] != expected)
                return false;
            expected *= Shape[i];
        }

        return true;
    }
}

namespace NeuralStyle.Engine.Networks.Formats;

/// <summary>A type as TorchSharp's format numbers it, which is libtorch's <c>ScalarType</c>.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Bytes of one element.</param>
/// <param name="Numbers">What weights are read from; null for a type that weights don't have.</param>
internal sealed record TorchSharpType(int Number, string Name, int Bytes, NumberType? Numbers = null)
{
    private static readonly TorchSharpType[] Known =
    [
        new(0, "uint8", 1), new(1, "int8", 1), new(2, "int16", 2), new(3, "int32", 4), new(4, "int64", 8),
        new(5, "float16", 2, NumberType.Float16), new(6, "float32", 4, NumberType.Float32), new(7, "float64", 8, NumberType.Float64),
        new(11, "bool", 1), new(15, "bfloat16", 2, NumberType.Bfloat16),
    ];

    public static TorchSharpType? Of(int number) => Known.FirstOrDefault(type => type.Number == number);

    public static int NumberOf(NumberType type) => Known.Single(known => known.Numbers == type).Number;
}

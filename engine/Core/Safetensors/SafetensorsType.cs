using NeuralStyle.Engine.Networks.Formats;

namespace NeuralStyle.Engine.Safetensors;

/// <summary>The format's names of the kinds of numbers that weights are read from.</summary>
internal static class SafetensorsType
{
    private static readonly (string Name, NumberType Type)[] Names =
        [("F16", NumberType.Float16), ("BF16", NumberType.Bfloat16), ("F32", NumberType.Float32), ("F64", NumberType.Float64)];

    public static NumberType? Of(string name)
    {
        foreach (var known in Names)
        {
            if (known.Name == name)
                return known.Type;
        }

        return null;
    }

    public static string NameOf(NumberType type) => Names.Single(known => known.Type == type).Name;
}

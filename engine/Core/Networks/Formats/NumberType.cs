namespace NeuralStyle.Engine.Networks.Formats;

#pragma warning disable CA1720 // The field calls them float16 and so on, and the names shown are made from the members.
/// <summary>The kinds of numbers that weights are read from.</summary>
public enum NumberType
{
    /// <summary>IEEE 754 half precision.</summary>
    Float16,

    /// <summary>The upper half of a float32.</summary>
    Bfloat16,

    /// <summary>IEEE 754 single precision.</summary>
    Float32,

    /// <summary>IEEE 754 double precision.</summary>
    Float64,
}
#pragma warning restore CA1720

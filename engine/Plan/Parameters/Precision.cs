namespace NeuralStyle.Plan.Parameters;

#pragma warning disable CA1720 // The field calls it float32, and the manifest's name is made from the member.
/// <summary>The arithmetic of the network's convolutions; Gram matrices and losses are of float32 whatever it is.</summary>
public enum Precision
{
    /// <summary>32-bit floating point.</summary>
    Float32,

    /// <summary>TensorFloat-32 on a CUDA device that has it: 10 bits of fraction.</summary>
    Tf32,

    /// <summary>bfloat16: 7 bits of fraction.</summary>
    Bfloat16,
}
#pragma warning restore CA1720

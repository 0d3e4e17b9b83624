using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>The sum of a tensor's squares, as a number.</summary>
internal static class SumOfSquares
{
    /// <summary>Accumulated in float64: a sum over millions of float32 squares would lose digits.</summary>
    public static double Of(Tensor values)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return values.to_type(ScalarType.Float64).square().sum().item<double>();
    }
}

using NeuralStyle.Engine.Safetensors;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Golden;

internal static class GoldenTensors
{
    public static Tensor Tensor(this SafetensorsFile file, string name) => tensor(file.ReadSingles(name), [.. file.ShapeOf(name)]);

    /// <summary>|actual - expected| / |expected|, Euclidean.</summary>
    public static double RelativeDistance(Tensor actual, Tensor expected) =>
        ((actual - expected).norm() / expected.norm()).item<float>();

    public static double Cosine(Tensor left, Tensor right)
    {
        var (a, b) = (left.reshape(-1).to_type(ScalarType.Float64), right.reshape(-1).to_type(ScalarType.Float64));
        return ((a * b).sum() / (a.norm() * b.norm())).item<double>();
    }
}

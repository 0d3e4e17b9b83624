using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

/// <summary>Images with known values, and their bits.</summary>
internal static class TestImages
{
    public static Tensor Of(params float[] values) => torch.tensor(values, ScalarType.Float32);

    /// <summary>Values between -2 and 2, the same for the same seed.</summary>
    public static Tensor Random(int seed, params long[] shape)
    {
        var random = new Random(seed);
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        for (var i = 0; i < values.Length; i++)
            values[i] = (random.NextSingle() * 4) - 2;

        return torch.tensor(values, ScalarType.Float32).view(shape);
    }

    public static float[] Values(Tensor image)
    {
        using var scope = NewDisposeScope();
        return image.contiguous().data<float>().ToArray();
    }
}

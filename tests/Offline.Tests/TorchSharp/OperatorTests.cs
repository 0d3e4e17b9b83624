using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

[Collection(TensorsOneAtATime.Name)]
public class OperatorTests
{
    private static readonly float[] Values = [1f, -2f, 4f];

    public static TheoryData<string, float[]> Results => new()
    {
        { "a + b", [2f, 0f, 7f] },
        { "a - b", [0f, -4f, 1f] },
        { "a * b", [1f, -4f, 12f] },
        { "a / b", [1f, -1f, 4f / 3f] },
        { "2 - a", [1f, 4f, -2f] },
        { "2 / a", [2f, -1f, 0.5f] },
        { "a + 1.5", [2.5f, -0.5f, 5.5f] },
        { "a % 3", [1f, 1f, 1f] },
        { "-a", [-1f, 2f, -4f] },
        { "a.pow(2)", [1f, 4f, 16f] },
        { "a.clamp(0, 2)", [1f, 0f, 2f] },
        { "a.clamp(min: 0)", [1f, 0f, 4f] },
        { "a.clamp(max: 1)", [1f, -2f, 1f] },
        { "a.div(3, floor)", [0f, -1f, 1f] },
        { "a.add(b, 10)", [11f, 18f, 34f] },
        { "a.addcmul(b, b, 2)", [3f, 6f, 22f] },
        { "where", [1f, 2f, 4f] },
        { "maximum", [1f, 2f, 4f] },
        { "abs", [1f, 2f, 4f] },
        { "sign", [1f, -1f, 1f] },
        { "lerp", [1f, 0f, 3.5f] },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Operation_OfThreeElements_GivesTheWorkedResult(string operation, float[] expected)
    {
        using var scope = NewDisposeScope();
        var a = tensor(Values);
        var b = tensor(new[] { 1f, 2f, 3f });
        var result = operation switch
        {
            "a + b" => a + b,
            "a - b" => a - b,
            "a * b" => a * b,
            "a / b" => a / b,
            "2 - a" => 2 - a,
            "2 / a" => 2f / a,
            "a + 1.5" => a + 1.5,
            "a % 3" => a % 3,
            "-a" => -a,
            "a.pow(2)" => a.pow(2),
            "a.clamp(0, 2)" => a.clamp(0, 2),
            "a.clamp(min: 0)" => a.clamp(min: (Scalar)0),
            "a.clamp(max: 1)" => a.clamp(max: (Scalar)1),
            "a.div(3, floor)" => a.div(3, RoundingMode.floor),
            "a.add(b, 10)" => a.add(b, 10),
            "a.addcmul(b, b, 2)" => a.addcmul(b, b, 2),
            "where" => where(a > 0, a, b),
            "maximum" => maximum(a, b),
            "abs" => a.abs(),
            "sign" => sign(a),
            "lerp" => a.lerp(b, tensor(0.5f)),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "not in the table"),
        };
        Assert.Equal(expected, result.data<float>().ToArray());
    }

    [Fact]
    public void Scalars_OfEachKind_KeepTheTensorsType()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Float32, (ones(1) * 2.0).dtype);
        Assert.Equal(ScalarType.Float32, (ones(1) + 1L).dtype);
        Assert.Equal(ScalarType.Int64, (tensor(new[] { 1L }) * 2).dtype);
        Assert.Equal(ScalarType.Float32, (tensor(new[] { 1L }) * 2.5f).dtype);
        Assert.Equal(ScalarType.Float16, (ones(1).half() * 2.5).dtype);
    }

    [Fact]
    public void Scalar_FromDouble_IsNotRoundedToFloat()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0.1, (zeros(1, float64) + 0.1).item<double>());
        Assert.Equal(long.MaxValue, (tensor(new[] { 0L }) + long.MaxValue).item<long>());
    }

    [Fact]
    public void Comparisons_GiveBooleanTensors()
    {
        using var scope = NewDisposeScope();
        var a = tensor(Values);
        Assert.Equal([true, false, true], (a > 0).data<bool>().ToArray());
        Assert.Equal([false, true, false], (a <= -2).data<bool>().ToArray());
        Assert.Equal([true, true, true], (a == a.clone()).data<bool>().ToArray());
        Assert.Equal([false, true, true], (1 != a).data<bool>().ToArray());
        Assert.Equal([true, false, true], (~(a < 0)).data<bool>().ToArray());
        Assert.True((a < 5).all().item<bool>());
        Assert.False(isnan(a).any().item<bool>());
        Assert.False(isfinite(a / 0).all().item<bool>());
        Assert.True(a.Equals(tensor(Values)));
        Assert.True(allclose(a, a + 1e-6));
        Assert.False(allclose(a, a + 1e-2));
    }

    [Fact]
    public void Equality_OnCloseTensors_ObeysTolerance()
    {
        using var scope = NewDisposeScope();
        var a = tensor(Values);
        Assert.True(a.allclose(a + 0.5, rtol: 0, atol: 0.5));
        Assert.False(a.allclose(a + 0.5, rtol: 0, atol: 0.4));
    }

    [Fact]
    public void Reductions_GiveTheWorkedResults()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[] { 1f, 2f, 3f, 4f, 5f, 6f }, [2, 3]);
        Assert.Equal(21f, a.sum().item<float>());
        Assert.Equal([5f, 7f, 9f], a.sum(dim: 0).data<float>().ToArray());
        Assert.Equal([2, 1], a.sum(1, keepdim: true).shape);
        Assert.Equal(21f, a.sum([0, 1]).item<float>());
        Assert.Equal(3.5f, a.mean().item<float>());
        Assert.Equal([2f, 5f], a.mean([1]).data<float>().ToArray());
        Assert.Equal(3.5f, a.var().item<float>());
        Assert.Equal([2f / 3f, 2f / 3f], a.var(1, unbiased: false).data<float>().ToArray());
        Assert.Equal(6f, a.max().item<float>());
        var (values, indices) = a.max(1);
        Assert.Equal([3f, 6f], values.data<float>().ToArray());
        Assert.Equal([2L, 2L], indices.data<long>().ToArray());
        Assert.Equal([1f, 3f, 6f, 10f, 15f, 21f], a.flatten().cumsum(0).data<float>().ToArray());
        Assert.Equal(MathF.Sqrt(91f), a.norm().item<float>(), 5);
        Assert.Equal([2L, 1L, 0L], a[0].argsort(descending: true).data<long>().ToArray());
    }
}

using NeuralStyle.Engine.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

/// <summary>The direction against the definition: the inverse Hessian as a full matrix, updated pair by pair.</summary>
public sealed class CurvatureHistoryTests
{
    private const double LeastCurvature = 1e-10;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    [InlineData(5, 5)]
    [InlineData(5, 6)]
    [InlineData(3, 17)]
    [InlineData(40, 90)] // two blocks, and all slots used over again
    public void Direction_AfterPairs_IsThatOfTheFullMatrixOfTheLastOnes(int capacity, int pairs)
    {
        using var scope = NewDisposeScope();
        const int elements = 60;
        using var history = new CurvatureHistory(capacity, elements, CPU);
        var random = new Random(pairs);
        var (pairsLearned, gradient) = (new List<(double[] S, double[] Y)>(), RandomVector(random, elements, 1));
        history.Learn(null, null, Tensor(gradient), LeastCurvature);

        for (var i = 0; i < pairs; i++)
        {
            var (step, difference) = RandomPair(random, elements);
            gradient = Add(gradient, difference);
            pairsLearned.Add((step, difference));
            history.Learn(Tensor(step), Tensor(difference), Tensor(gradient), LeastCurvature);
        }

        var expected = FullMatrixDirection(pairsLearned.TakeLast(capacity), gradient);
        var actual = TestImages.Values(history.Direction(Tensor(gradient)));
        Assert.Equal(Math.Min(capacity, pairs), history.Count);
        AssertClose(expected, actual, 2e-4);
    }

    [Fact]
    public void Learn_PairWithoutCurvature_KeepsTheOlderOnesAllTheSame()
    {
        using var scope = NewDisposeScope();
        const int elements = 30;
        using var history = new CurvatureHistory(3, elements, CPU);
        var random = new Random(4);
        var (pairs, gradient) = (new List<(double[] S, double[] Y)>(), RandomVector(random, elements, 1));
        history.Learn(null, null, Tensor(gradient), LeastCurvature);
        for (var i = 0; i < 9; i++)
        {
            var (step, difference) = RandomPair(random, elements);
            if (i % 3 == 2)
                difference = Array.ConvertAll(difference, v => -v);
            else
                pairs.Add((step, difference));

            gradient = Add(gradient, difference);
            history.Learn(Tensor(step), Tensor(difference), Tensor(gradient), LeastCurvature);
        }

        var actual = TestImages.Values(history.Direction(Tensor(gradient)));

        Assert.Equal(3, history.Count);
        AssertClose(FullMatrixDirection(pairs.TakeLast(3), gradient), actual, 2e-4);
    }

    [Fact]
    public void Learn_GradientNotFinite_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var history = new CurvatureHistory(2, 2, CPU);
        history.Learn(null, null, TestImages.Of(3, 4), LeastCurvature);
        history.Learn(TestImages.Of(1, 0), TestImages.Of(2, 0), TestImages.Of(5, 4), LeastCurvature);
        var before = TestImages.Values(history.Direction(TestImages.Of(5, 4)));

        var sum = history.Learn(
            TestImages.Of(0, 1), TestImages.Of(0, float.NaN), TestImages.Of(5, float.NaN), LeastCurvature);

        Assert.Equal(double.NaN, sum);
        Assert.Equal(1, history.Count);
        Assert.Equal(before, TestImages.Values(history.Direction(TestImages.Of(5, 4))));
    }

    [Fact]
    public void Learn_Gradient_ReturnsTheSumOfItsMagnitudes()
    {
        using var scope = NewDisposeScope();
        using var history = new CurvatureHistory(2, 3, CPU);

        Assert.Equal(6, history.Learn(null, null, TestImages.Of(1, -2, 3), LeastCurvature));
        Assert.Equal(4.5, history.Learn(TestImages.Of(1, 0, 0), TestImages.Of(1, 0, 0), TestImages.Of(2, -2, 0.5f), LeastCurvature));
    }

    // -H g with H = V' H V + s s' / s.y for each pair from the oldest, V = 1 - y s' / s.y, H = s.y / y.y of the newest at first.
    private static double[] FullMatrixDirection(IEnumerable<(double[] S, double[] Y)> pairs, double[] gradient)
    {
        var n = gradient.Length;
        var (lastS, lastY) = pairs.Last();
        var h = new double[n, n];
        for (var i = 0; i < n; i++)
            h[i, i] = Dot(lastS, lastY) / Dot(lastY, lastY);

        foreach (var (s, y) in pairs)
        {
            var curvature = Dot(s, y);
            var v = new double[n, n];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    v[i, j] = (i == j ? 1 : 0) - (y[i] * s[j] / curvature);
            }

            var hv = Multiply(h, v);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    h[i, j] = s[i] * s[j] / curvature;
                    for (var k = 0; k < n; k++)
                        h[i, j] += v[k, i] * hv[k, j];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => -Enumerable.Range(0, n).Sum(j => h[i, j] * gradient[j]))];
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        var n = a.GetLength(0);
        var product = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var k = 0; k < n; k++)
                    product[i, j] += a[i, k] * b[k, j];
            }
        }

        return product;
    }

    // y = D s plus noise, D a diagonal between 0.5 and 5: curvature well above 0.
    private static (double[] Step, double[] Difference) RandomPair(Random random, int elements)
    {
        var step = RandomVector(random, elements, 0.3);
        return (step, [.. step.Select((s, i) => (s * (0.5 + (4.5 * i / elements))) + ((random.NextDouble() - 0.5) * 0.02))]);
    }

    private static double[] RandomVector(Random random, int elements, double size) =>
        [.. Enumerable.Range(0, elements).Select(_ => (double)(float)((random.NextDouble() - 0.5) * 2 * size))];

    private static double[] Add(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static Tensor Tensor(double[] values) => torch.tensor(Array.ConvertAll(values, v => (float)v), ScalarType.Float32);

    private static void AssertClose(double[] expected, float[] actual, double tolerance)
    {
        var size = Math.Sqrt(Dot(expected, expected));
        var distance = Math.Sqrt(expected.Zip(actual, (e, a) => (e - a) * (e - a)).Sum());
        Assert.True(distance <= tolerance * size, $"differs by {distance / size:E2} of its length");
    }
}

using NeuralStyle.Engine.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

/// <summary>An objective computed on the host in double precision, which keeps what it was asked.</summary>
internal sealed class FunctionObjective(Func<double[], (double Loss, double[] Gradient)> function) : IObjective
{
    public List<double> Losses { get; } = [];

    public List<float[]> Points { get; } = [];

    /// <summary>Called with the number of the evaluation, from 1, before its result is returned.</summary>
    public Action<int> Evaluated { get; init; } = _ => { };

    public static FunctionObjective Rosenbrock() =>
        new(x =>
        {
            var (valley, along) = (x[1] - (x[0] * x[0]), 1 - x[0]);
            return ((100 * valley * valley) + (along * along), [(-400 * x[0] * valley) - (2 * along), 200 * valley]);
        });

    /// <summary>Half the sum of curvature * (x - target)^2.</summary>
    public static FunctionObjective Quadratic(double[] curvature, double[] target, double scale = 1) =>
        new(x =>
        {
            var offset = x.Zip(target, (a, b) => a - b).ToArray();
            var gradient = offset.Zip(curvature, (r, h) => scale * r * h).ToArray();
            return (0.5 * gradient.Zip(offset, (g, r) => g * r).Sum(), gradient);
        });

    public (double Loss, double[] Gradient) LossAndGradient(double[] x) => function(x);

    public double LossAt(Tensor image) => function(Values(image)).Loss;

    public Evaluation Evaluate(Tensor image)
    {
        var point = Values(image);
        var (loss, gradient) = function(point);
        Losses.Add(loss);
        Points.Add(Array.ConvertAll(point, v => (float)v));
        Evaluated(Losses.Count);
        return new(loss, torch.tensor(Array.ConvertAll(gradient, v => (float)v), ScalarType.Float32).view(image.shape));
    }

    private static double[] Values(Tensor image)
    {
        using var scope = NewDisposeScope();
        return Array.ConvertAll(image.contiguous().data<float>().ToArray(), v => (double)v);
    }
}

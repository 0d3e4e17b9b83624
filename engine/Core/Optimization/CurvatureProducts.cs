namespace NeuralStyle.Engine.Optimization;

/// <summary>The dot products, in double precision, that the two-loop recursion needs of a set of pairs, by slot.</summary>
/// <remarks>
/// The recursion only ever forms linear combinations of the steps s, the differences y and the gradient g. So it can run on their
/// coefficients, given all dot products (the compact form of Byrd, Nocedal and Schnabel, "Representations of quasi-Newton
/// matrices", 1994, and the "vector-free" form of Chen, Wang and Zhou, "Large-scale L-BFGS using MapReduce", 2014): the images
/// are then read twice a step, once for the products with the gradient and once for the direction, and the device is
/// waited for once instead of twice for each pair. Products with a new difference, y = g - g', are not computed: those with g'
/// are known from the step before.
/// </remarks>
internal sealed class CurvatureProducts(int slots)
{
    // s_i . y_j, of interest where i is no newer than j.
    public double[,] StepByDifference { get; } = new double[slots, slots];

    public double[,] DifferenceByDifference { get; } = new double[slots, slots];

    public double[] StepByGradient { get; } = new double[slots];

    public double[] DifferenceByGradient { get; } = new double[slots];

    /// <summary>Coefficients of minus the approximate inverse Hessian times the gradient, by slot.</summary>
    /// <param name="order">Slots of the pairs, oldest first; at least one.</param>
    /// <returns>Coefficients of the steps, of the differences and of the gradient.</returns>
    public (double[] Steps, double[] Differences, double Gradient) Direction(ReadOnlySpan<int> order)
    {
        var newest = order[^1];
        var initialScale = StepByDifference[newest, newest] / DifferenceByDifference[newest, newest];

        // First loop: q = g - sum of backward_j y_j, from the newest pair to the oldest.
        var backward = new double[slots];
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var product = StepByGradient[order[i]];
            for (var j = i + 1; j < order.Length; j++)
                product -= backward[order[j]] * StepByDifference[order[i], order[j]];

            backward[order[i]] = product / StepByDifference[order[i], order[i]];
        }

        // Second loop: r = initialScale q + sum of steps_j s_j, from the oldest pair to the newest.
        var steps = new double[slots];
        for (var i = 0; i < order.Length; i++)
        {
            var product = DifferenceByGradient[order[i]];
            foreach (var j in order)
                product -= backward[j] * DifferenceByDifference[order[i], j];

            product *= initialScale;
            for (var j = 0; j < i; j++)
                product += steps[order[j]] * StepByDifference[order[j], order[i]];

            steps[order[i]] = backward[order[i]] - (product / StepByDifference[order[i], order[i]]);
        }

        return (Array.ConvertAll(steps, s => -s), Array.ConvertAll(backward, b => initialScale * b), -initialScale);
    }
}

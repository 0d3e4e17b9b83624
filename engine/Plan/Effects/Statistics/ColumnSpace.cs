namespace NeuralStyle.Plan.Effects.Statistics;

/// <summary>
/// The span of some columns, as an orthonormal basis by modified Gram-Schmidt, each column passed twice so that rounding leaves nothing of
/// the others in it. Columns that depend on earlier ones add nothing. What lies outside of it is a least-squares fit's residual.
/// </summary>
internal sealed class ColumnSpace
{
    // Of a column of 0s and 1s that depends on the others, rounding leaves about 1e-16 of its length; an independent one has far more.
    private const double Dependent = 1e-9;

    private readonly List<double[]> _basis;

    private ColumnSpace(List<double[]> basis) => _basis = basis;

    /// <summary>Number of independent columns.</summary>
    public int Rank => _basis.Count;

    /// <summary>The span of columns of one length.</summary>
    public static ColumnSpace Of(IEnumerable<double[]> columns) => new ColumnSpace([]).With(columns);

    /// <summary>This span and further columns.</summary>
    public ColumnSpace With(IEnumerable<double[]> columns)
    {
        var wider = new ColumnSpace([.. _basis]);
        foreach (var column in columns)
        {
            var rest = wider.Residual(wider.Residual(column));
            var length = Math.Sqrt(SquaresOf(rest));
            if (length > Dependent * Math.Max(1, Math.Sqrt(SquaresOf(column))))
                wider._basis.Add([.. rest.Select(value => value / length)]);
        }

        return wider;
    }

    /// <summary>The sum of squares of what of a vector lies outside.</summary>
    public double SquaresOutside(double[] vector) => SquaresOf(Residual(vector));

    private double[] Residual(double[] vector)
    {
        var rest = (double[])vector.Clone();
        foreach (var direction in _basis)
        {
            var along = 0.0;
            for (var index = 0; index < rest.Length; index++)
                along += direction[index] * rest[index];
            for (var index = 0; index < rest.Length; index++)
                rest[index] -= along * direction[index];
        }

        return rest;
    }

    private static double SquaresOf(double[] vector) => vector.Sum(value => value * value);
}

namespace NeuralStyle.Engine.Images;

/// <summary>Powers of symmetric positive definite 3 x 3 matrices, row by row, by Jacobi's rotations: the same on every machine.</summary>
internal static class SymmetricMatrix
{
    private const int Size = 3;

    // Each sweep squares what is left beside the diagonal; five are enough for any matrix of this size.
    private const int Sweeps = 12;

    /// <summary>V diag(f(eigenvalue)) V^T, where V's columns are the eigenvectors.</summary>
    public static double[] Map(double[] matrix, Func<double, double> function)
    {
        var values = (double[])matrix.Clone();
        double[] vectors = [1, 0, 0, 0, 1, 0, 0, 0, 1];
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            Rotate(values, vectors, 0, 1);
            Rotate(values, vectors, 0, 2);
            Rotate(values, vectors, 1, 2);
        }

        var result = new double[Size * Size];
        for (var index = 0; index < Size; index++)
        {
            var value = function(values[(index * Size) + index]);
            for (var i = 0; i < result.Length; i++)
                result[i] += value * vectors[(i / Size * Size) + index] * vectors[(i % Size * Size) + index];
        }

        return result;
    }

    /// <summary>The product of two matrices.</summary>
    public static double[] Multiply(double[] left, double[] right)
    {
        var product = new double[Size * Size];
        for (var i = 0; i < product.Length; i++)
        {
            for (var inner = 0; inner < Size; inner++)
                product[i] += left[(i / Size * Size) + inner] * right[(inner * Size) + (i % Size)];
        }

        return product;
    }

    /// <summary>Makes the element (p, q) zero: A becomes J^T A J and V becomes V J.</summary>
    private static void Rotate(double[] matrix, double[] vectors, int p, int q)
    {
        var beside = matrix[(p * Size) + q];
        if (beside == 0)
            return;
        var ratio = (matrix[(q * Size) + q] - matrix[(p * Size) + p]) / (2 * beside);
        var tangent = (ratio >= 0 ? 1 : -1) / (Math.Abs(ratio) + Math.Sqrt((ratio * ratio) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var k = 0; k < Size; k++)
            Turn(matrix, (k * Size) + p, (k * Size) + q, cosine, sine);
        for (var k = 0; k < Size; k++)
            Turn(matrix, (p * Size) + k, (q * Size) + k, cosine, sine);
        for (var k = 0; k < Size; k++)
            Turn(vectors, (k * Size) + p, (k * Size) + q, cosine, sine);
    }

    private static void Turn(double[] matrix, int first, int second, double cosine, double sine) =>
        (matrix[first], matrix[second]) = (
            (cosine * matrix[first]) - (sine * matrix[second]),
            (sine * matrix[first]) + (cosine * matrix[second]));
}

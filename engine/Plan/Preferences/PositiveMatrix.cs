namespace NeuralStyle.Plan.Preferences;

/// <summary>Symmetric matrices whose eigenvalues are all above 0.</summary>
internal static class PositiveMatrix
{
    /// <summary>The inverse, by Gauss and Jordan without a search for pivots, which such matrices don't need.</summary>
    public static double[,] Inverse(double[,] matrix)
    {
        var count = matrix.GetLength(0);
        var work = (double[,])matrix.Clone();
        for (var pivot = 0; pivot < count; pivot++)
        {
            var scale = 1 / work[pivot, pivot];
            work[pivot, pivot] = 1;
            for (var column = 0; column < count; column++)
                work[pivot, column] *= scale;
            for (var row = 0; row < count; row++)
            {
                if (row == pivot)
                    continue;
                var factor = work[row, pivot];
                work[row, pivot] = 0;
                for (var column = 0; column < count; column++)
                    work[row, column] -= factor * work[pivot, column];
            }
        }

        return work;
    }
}

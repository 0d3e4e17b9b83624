namespace NeuralStyle.Engine.Stylization;

/// <summary>What the schedules multiply each loss by at one evaluation; 0 or more.</summary>
internal readonly record struct LossFactors(double Content, double Style, double Tv)
{
    // Between the steps of three times at which L-BFGS fared better with what it knew, and those of ten times at which it did without.
    private const double Far = 4;

    /// <summary>No schedule.</summary>
    public static LossFactors One { get; } = new(1, 1, 1);

    /// <summary>Whether a loss counts more than four times as much in one as in the other, or in one of them only.</summary>
    public bool IsFarFrom(LossFactors other) =>
        IsFar(Content, other.Content) || IsFar(Style, other.Style) || IsFar(Tv, other.Tv);

    private static bool IsFar(double a, double b) => Math.Max(a, b) > Far * Math.Min(a, b);
}

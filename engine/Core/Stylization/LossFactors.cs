namespace NeuralStyle.Engine.Stylization;

/// <summary>What the schedules multiply each loss by at one evaluation; 0 or more.</summary>
internal readonly record struct LossFactors(double Content, double Style, double Tv)
{
    /// <summary>No schedule.</summary>
    public static LossFactors One { get; } = new(1, 1, 1);
}

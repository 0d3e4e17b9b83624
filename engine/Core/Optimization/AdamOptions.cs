namespace NeuralStyle.Engine.Optimization;

/// <summary>Parameters of Adam.</summary>
public sealed record AdamOptions
{
    /// <summary>Length of a step of each pixel while the gradient's sign stays the same, in units of the image's 0..1 range; above
    /// 0. Default 0.02, 5/255.</summary>
    public double LearningRate { get; init; } = 0.02;

    /// <summary>Share of the running mean of the gradient that a step keeps; 0 to 1, below 1. Default 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Share of the running mean of the squared gradient that a step keeps; 0 to 1, below 1. Default 0.999.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Added to the root of the mean squared gradient, so in the gradient's units; above 0. Default 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-8;

    internal void Validate()
    {
        var problems = new List<string>();
        if (!(double.IsFinite(LearningRate) && LearningRate > 0))
            problems.Add(FormattableString.Invariant($"LearningRate is {LearningRate}; it must be above 0."));

        if (!(Beta1 >= 0 && Beta1 < 1))
            problems.Add(FormattableString.Invariant($"Beta1 is {Beta1}; it must be 0 or more and below 1."));

        if (!(Beta2 >= 0 && Beta2 < 1))
            problems.Add(FormattableString.Invariant($"Beta2 is {Beta2}; it must be 0 or more and below 1."));

        if (!(double.IsFinite(Epsilon) && Epsilon > 0))
            problems.Add(FormattableString.Invariant($"Epsilon is {Epsilon}; it must be above 0."));

        if (problems.Count > 0)
            throw new ArgumentException("Adam's options are not usable. " + string.Join(" ", problems));
    }
}

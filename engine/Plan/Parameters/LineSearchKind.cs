namespace NeuralStyle.Plan.Parameters;

/// <summary>How L-BFGS chooses the length of a step.</summary>
public enum LineSearchKind
{
    /// <summary>The learning rate itself, one evaluation a step; the first step is divided by the gradient's L1 norm.</summary>
    Fixed,

    /// <summary>A search for the strong Wolfe conditions (Nocedal and Wright, algorithms 3.5 and 3.6).</summary>
    StrongWolfe,
}

namespace NeuralStyle.Plan.Parameters;

/// <summary>The method that changes the image.</summary>
public enum OptimizerKind
{
    /// <summary>Limited-memory BFGS (Liu and Nocedal, 1989).</summary>
    Lbfgs,

    /// <summary>Adam (Kingma and Ba, 2015).</summary>
    Adam,
}

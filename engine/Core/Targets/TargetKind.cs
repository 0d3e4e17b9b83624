namespace NeuralStyle.Engine.Targets;

/// <summary>What is kept of a layer's features.</summary>
public enum TargetKind
{
    /// <summary>The features themselves, a content target.</summary>
    Features,

    /// <summary>Their Gram matrix over the number of positions, a style target.</summary>
    Gram,

    /// <summary>Their mean and second raw moment, a style target of Gaussians.</summary>
    Moments,
}

namespace NeuralStyle.Engine.Targets;

/// <summary>What is kept of a layer's features.</summary>
public enum TargetKind
{
    /// <summary>The features themselves, a content target.</summary>
    Features,

    /// <summary>Their Gram matrix, a style target.</summary>
    Gram,
}

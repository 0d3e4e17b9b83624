namespace NeuralStyle.Plan.Parameters;

/// <summary>The image that a trial starts from.</summary>
public enum InitMode
{
    /// <summary>The content image.</summary>
    Content,

    /// <summary>Independent uniform values 0..1, drawn from the trial's seed.</summary>
    Noise,

    /// <summary>Flat middle gray, 0.5.</summary>
    Gray,
}

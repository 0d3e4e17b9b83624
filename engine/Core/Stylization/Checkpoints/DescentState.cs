using System.Text.Json.Serialization;

namespace NeuralStyle.Engine.Stylization.Checkpoints;

/// <summary>What a descent knows between two steps, or where a line search that was broken off began, but for its tensors.</summary>
internal sealed record DescentState
{
    /// <summary>Height of the image, pixels.</summary>
    public required long Height { get; init; }

    /// <summary>Width of the image, pixels.</summary>
    public required long Width { get; init; }

    /// <summary>How far the recovery from losses that are not finite has gone.</summary>
    public required RecoveryRung Rung { get; init; }

    /// <summary>What it has tried.</summary>
    public required IReadOnlyList<string> Tried { get; init; }

    /// <summary>The evaluation whose factors the last step had; 0 before the first at a scale.</summary>
    public required int FactorsOf { get; init; }

    /// <summary>Whether a line search was broken off: the next step is then the one that began with <see cref="FactorsOf"/>.</summary>
    public required bool IsAmidStep { get; init; }

    /// <summary>The evaluation after which the image was last found good.</summary>
    public required int GoodEvaluation { get; init; }

    /// <summary>How many of the last evaluations the early stop compares.</summary>
    public required int Compared { get; init; }

    /// <summary>What no image has yet of the mean of iterates; 1 where the trial doesn't average.</summary>
    public required double MeanMissing { get; init; }

    /// <summary>The evaluation of the lowest loss; 0 where none is kept.</summary>
    public required int BestEvaluation { get; init; }

    /// <summary>The lowest loss; infinite where none is kept.</summary>
    public required double BestTotal { get; init; }

    /// <summary>Values of an image.</summary>
    [JsonIgnore]
    public long Elements => 3 * Height * Width;
}

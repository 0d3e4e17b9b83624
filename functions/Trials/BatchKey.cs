using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Trials of one key are worth running as a batch: their images pass the same network at the same sizes. Contents of other proportions
/// only make the batch less worth.
/// </summary>
internal sealed record BatchKey(NetworkName Network, Precision Precision, PoolingMode Pooling, TrialMode Mode, string Sizes)
{
    public static BatchKey Of(Trial trial)
    {
        var parameters = trial.Parameters;
        var sizes = string.Join(' ', parameters.AllScales.Select(scale => scale.ImageSize));
        return new BatchKey(
            parameters.Network,
            parameters.Precision,
            parameters.Pooling,
            parameters.Mode,
            parameters.Mode == TrialMode.Texture ? $"{sizes} of {parameters.TextureSize}" : sizes);
    }
}

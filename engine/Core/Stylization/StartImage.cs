using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>The image that a trial starts from.</summary>
internal static class StartImage
{
    /// <summary>Makes it.</summary>
    /// <param name="init">Which.</param>
    /// <param name="content">The content [1,3,H,W], which gives size and device; not changed.</param>
    /// <param name="seed">Seed of the noise.</param>
    /// <returns>A new tensor [1,3,H,W], 0..1.</returns>
    public static Tensor Of(InitMode init, Tensor content, long seed) => init switch
    {
        InitMode.Content => content.clone(),
        InitMode.Gray => full_like(content, 0.5),
        InitMode.Noise => tensor(UniformNoise.Values(seed, content.numel()), content.shape).to(content.device),
        _ => throw new ArgumentOutOfRangeException(nameof(init), init, "Not made here."),
    };
}

using static TorchSharp.torch;

namespace NeuralStyle.Engine.Networks;

/// <summary>
/// The layout in memory that keeps the channels of a position together. TorchSharp has no argument for it, but strides made by
/// permuting are kept by the operations that follow.
/// </summary>
internal static class ChannelsLast
{
    /// <summary>The same values [1,C,h,w], laid out channels-last.</summary>
    public static Tensor Of(Tensor map) => map.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

    /// <summary>A map [1,C,h,w] as a matrix [M,C] of positions by channels; a view when it is laid out channels-last.</summary>
    public static Tensor MatrixOf(Tensor map) => map.permute(0, 2, 3, 1).reshape(-1, map.shape[1]);
}

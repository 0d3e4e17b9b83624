namespace NeuralStyle.Plan.Layers;

/// <summary>What a tap reads: the raw convolution output, its rectified form, or the pooled map.</summary>
public enum LayerKind
{
    /// <summary>Output of a convolution before its ReLU, e.g. <c>conv3_1</c>.</summary>
    Conv,

    /// <summary>Output of the ReLU after a convolution, e.g. <c>relu3_1</c>.</summary>
    Relu,

    /// <summary>Output of the pooling that ends a block, e.g. <c>pool3</c>.</summary>
    Pool,
}

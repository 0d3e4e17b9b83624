namespace NeuralStyle.Plan.Parameters;

/// <summary>The statistic and normalization of one layer's style loss. D = sum((G-A)^2) on raw Gram matrices of F and of the style's features, for C channels and M positions of the layer, and S pixels of the image.</summary>
public enum StyleLossKind
{
    /// <summary>D / sum(A^2), layers averaged by their weights: ours.</summary>
    Relative,

    /// <summary>D / (4 C^2 M^2), layers averaged by their weights (Gatys et al., 2015, equation 4, with w = 1/n).</summary>
    Gatys,

    /// <summary>D / (C^4 M^2), layers summed (neural-style, neural-style-pt, the PyTorch tutorial, fast-neural-style).</summary>
    Johnson,

    /// <summary>1000 D / (C^4 M^2), layers summed (leongatys' PytorchNeuralStyleTransfer: Gram over M, mean square, weights 1000 / C^2).</summary>
    Leongatys,

    /// <summary>D / (C^2 M^2), layers averaged by their weights (gordicaleksa: Gram over C M, the squares summed).</summary>
    Gordicaleksa,

    /// <summary>D / (36 S^2), layers averaged by their weights: 3 channels and the image's pixels, whatever the layer (titu1994).</summary>
    Titu1994,

    /// <summary>D / (4 C^2 M^2), times the layer's weight, 0.2 unless given, over the number of layers (neural-style-tf).</summary>
    Cysmith,

    /// <summary>D / (4 C^2 M^2), layers summed by their weights (anh-nn01: D / (2 H W C)^2).</summary>
    AnhNn01,

    /// <summary>Squared Wasserstein-2 distance of Gaussians over C: mean((mu-mu')^2) + mean(diag(V + V' - 2 (V^1/2 V' V^1/2)^1/2)), V the covariance plus 1e-4 I; layers averaged by their weights (crowsonkb's style-transfer-pytorch).</summary>
    Crowsonkb,
}

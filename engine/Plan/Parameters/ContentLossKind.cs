namespace NeuralStyle.Plan.Parameters;

/// <summary>The normalization of one layer's content loss: the multiplier of d = sum((F-P)^2), for C channels and M positions of the layer, and S pixels of the image. Layers are summed, times their weights.</summary>
public enum ContentLossKind
{
    /// <summary>d / sum(P^2), layers averaged by their weights: ours.</summary>
    Relative,

    /// <summary>d / 2 (Gatys et al., 2015, equation 1).</summary>
    Gatys,

    /// <summary>d / (C M): the mean square (neural-style, the PyTorch tutorial, gordicaleksa, leongatys, crowsonkb).</summary>
    Mse,

    /// <summary>d.</summary>
    Sum,

    /// <summary>d (titu1994's content_loss_type 0).</summary>
    Titu1994Type0,

    /// <summary>d / (2 sqrt(C) sqrt(S)): S is the image's, whatever the layer (titu1994's content_loss_type 1).</summary>
    Titu1994Type1,

    /// <summary>d / (C S): S is the image's, whatever the layer (titu1994's content_loss_type 2).</summary>
    Titu1994Type2,

    /// <summary>d / (2 sqrt(C) sqrt(M)) (neural-style-tf's content_loss_function 1, its default).</summary>
    Cysmith1,

    /// <summary>d / (C M) (neural-style-tf's content_loss_function 2).</summary>
    Cysmith2,

    /// <summary>d / 2 (neural-style-tf's content_loss_function 3).</summary>
    Cysmith3,

    /// <summary>d / (4 C M) (anh-nn01).</summary>
    AnhNn01,
}

namespace NeuralStyle.Plan.Parameters;

/// <summary>A system's normalization of the losses, which gives their weights a meaning: it chooses contentLoss, styleLoss and tvConvention where they are left open.</summary>
public enum LossConvention
{
    /// <summary>Ours, and the default: a weight means the same on any network, layer set and size.</summary>
    Relative,

    /// <summary>Gatys, Ecker and Bethge (2015).</summary>
    Gatys,

    /// <summary>Johnson (neural-style, 2015), and neural-style-pt and the PyTorch tutorial after it.</summary>
    Johnson,

    /// <summary>leongatys' PytorchNeuralStyleTransfer.</summary>
    Leongatys,

    /// <summary>gordicaleksa's pytorch-neural-style-transfer.</summary>
    Gordicaleksa,

    /// <summary>titu1994's Neural-Style-Transfer (Network.py), content loss type 0.</summary>
    Titu1994,

    /// <summary>cysmith's neural-style-tf, content loss function 1.</summary>
    Cysmith,

    /// <summary>anh-nn01.</summary>
    AnhNn01,

    /// <summary>crowsonkb's style-transfer-pytorch.</summary>
    Crowsonkb,
}

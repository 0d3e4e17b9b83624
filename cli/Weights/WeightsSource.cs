namespace NeuralStyle.Cli.Weights;

/// <summary>Who published a weights file.</summary>
internal enum WeightsSource
{
    /// <summary>torchvision: trained by the PyTorch project.</summary>
    Torchvision,

    /// <summary>Oxford's original, from Caffe, as jcjohnson's pytorch-vgg publishes it; what neural-style-pt uses.</summary>
    Caffe,
}

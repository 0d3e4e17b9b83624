namespace NeuralStyle.Engine.Networks;

/// <summary>What a network's weights expect of an image; the weights file says which.</summary>
public enum Preprocessing
{
    /// <summary>RGB, 0..1, minus (0.485, 0.456, 0.406), over (0.229, 0.224, 0.225).</summary>
    Torchvision,

    /// <summary>BGR, 0..255, minus (103.939, 116.779, 123.68).</summary>
    Caffe,
}

namespace NeuralStyle.Plan.Parameters;

/// <summary>A feature extractor with named layers.</summary>
public enum NetworkName
{
    /// <summary>The sixteen convolutions of VGG-19 (Simonyan and Zisserman, 2014); its weights are a file of the user's.</summary>
    Vgg19,

    /// <summary>VGG-19's layers with a quarter of the channels; its weights are embedded in the engine.</summary>
    Vgg19Mini,

    /// <summary>The thirteen convolutions of VGG-16: blocks 3 to 5 have three instead of four; its weights are a file of the user's.</summary>
    Vgg16,
}

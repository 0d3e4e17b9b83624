namespace NeuralStyle.Plan.Parameters;

/// <summary>How a network's 2x2 poolings of stride 2 reduce a window.</summary>
public enum PoolingMode
{
    /// <summary>The largest value, as VGG was trained.</summary>
    Max,

    /// <summary>The mean value; smoother gradients (Gatys et al., 2015, section 2).</summary>
    Average,
}

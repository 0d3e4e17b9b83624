namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>How a house's roof is turned to the street.</summary>
internal enum RoofShape
{
    GableToFront,
    EavesToFront,
    Hip,
}

namespace NeuralStyle.Samples.Render.Tracing;

/// <summary>What a face is made of: chooses its pattern, its gloss and its relief.</summary>
internal enum Finish
{
    Plaster,
    RoofTile,
    Stone,
    Paving,
    Wood,
    Paint,
    Glass,
    LitGlass,
    Cloth,
    StripedCloth,
    Leaf,
    Ground,
    Rock,
    Mountain,
    Metal,
    Lamp,
}

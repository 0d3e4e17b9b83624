namespace NetVips;

/// <summary>libvips' enumerations: where images go and how they are combined.</summary>
public static partial class Enums
{
    /// <summary>Where along an edge.</summary>
    public enum Align
    {
        Low = 0,
        Centre = 1,
        High = 2,
    }

    /// <summary>A turn, clockwise.</summary>
    public enum Angle
    {
        D0 = 0,
        D90 = 1,
        D180 = 2,
        D270 = 3,
    }

    /// <summary>An axis.</summary>
    public enum Direction
    {
        Horizontal = 0,
        Vertical = 1,
    }

    /// <summary>What new pixels at the edges get.</summary>
    public enum Extend
    {
        Black = 0,
        Copy = 1,
        Repeat = 2,
        Mirror = 3,
        White = 4,
        Background = 5,
    }

    /// <summary>Where in a frame.</summary>
    public enum CompassDirection
    {
        Centre = 0,
        North = 1,
        East = 2,
        South = 3,
        West = 4,
        NorthEast = 5,
        SouthEast = 6,
        SouthWest = 7,
        NorthWest = 8,
    }

    /// <summary>Where lines of text may break.</summary>
    public enum TextWrap
    {
        Word = 0,
        Char = 1,
        WordChar = 2,
        None = 3,
    }

    /// <summary>How an overlay and what is below it make a pixel.</summary>
    public enum BlendMode
    {
        Clear = 0,
        Source = 1,
        Over = 2,
        In = 3,
        Out = 4,
        Atop = 5,
        Dest = 6,
        DestOver = 7,
        DestIn = 8,
        DestOut = 9,
        DestAtop = 10,
        Xor = 11,
        Add = 12,
        Saturate = 13,
        Multiply = 14,
        Screen = 15,
        Overlay = 16,
        Darken = 17,
        Lighten = 18,
        ColourDodge = 19,
        ColourBurn = 20,
        HardLight = 21,
        SoftLight = 22,
        Difference = 23,
        Exclusion = 24,
    }
}

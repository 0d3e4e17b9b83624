using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>The color profile that written files carry: libvips' own of sRGB.</summary>
internal static class SrgbProfile
{
    /// <summary>Its name, for libvips' savers.</summary>
    public const string Name = "srgb";

    private const string ProfileField = "icc-profile-data";

    /// <summary>Whether a file has exactly this profile: its values are sRGB already, and converting them could only round them.</summary>
    public static bool IsIn(Image file) =>
        file.Get(ProfileField) is byte[] embedded && Operation.Call("profile_load", Name) is byte[] own && embedded.AsSpan().SequenceEqual(own);
}

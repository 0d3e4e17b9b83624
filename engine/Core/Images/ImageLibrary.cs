using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>What the engine needs of libvips in this process.</summary>
internal static class ImageLibrary
{
    // libvips keeps its last operations and thereby the pixels that went into them. No picture is ever asked for twice here,
    // so the cache would only hold memory.
    static ImageLibrary() => Cache.Max = 0;

    /// <summary>Sets libvips up, once; whoever calls into it comes here first.</summary>
    internal static void EnsureReady()
    {
    }
}

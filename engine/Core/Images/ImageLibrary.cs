using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>What the engine needs of libvips in this process.</summary>
internal static class ImageLibrary
{
    // SVG is what drawings of our own are made of; files of others never get that far.
    private static readonly string[] Loaders = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadTiff", "VipsForeignLoadSvg"];

    static ImageLibrary()
    {
        // libvips has loaders of dozens of formats, some over libraries that were never meant for hostile files. All that aren't
        // needed are off, for this whole process.
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders)
            Operation.Block(loader, false);

        // libvips keeps its last operations and thereby the pixels that went into them. No picture is ever asked for twice here,
        // so the cache would only hold memory.
        Cache.Max = 0;

        // With several threads libvips 8.14 was seen to lose a decoder's error, in about one of ten reads of a truncated JPEG, and to
        // return rows of black as if they were the picture. With one it never was. Trials keep all cores busy anyway.
        NetVips.NetVips.Concurrency = 1;
    }

    /// <summary>Sets libvips up, once; whoever calls into it comes here first.</summary>
    internal static void EnsureReady()
    {
    }
}

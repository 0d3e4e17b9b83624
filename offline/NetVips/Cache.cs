using NetVips.Interop;

namespace NetVips;

/// <summary>libvips' cache of recent operations, which keeps their inputs and outputs alive.</summary>
public static class Cache
{
    /// <summary>How many operations are kept at most.</summary>
    public static int Max
    {
        get => VipsLibrary.CacheGetMax();
        set => VipsLibrary.CacheSetMax(value);
    }

    /// <summary>How many bytes that libvips tracks may be in use before operations are dropped.</summary>
    public static ulong MaxMem
    {
        get => VipsLibrary.CacheGetMaxMem();
        set => VipsLibrary.CacheSetMaxMem((nuint)value);
    }

    /// <summary>How many files may be open before operations are dropped.</summary>
    public static int MaxFiles
    {
        get => VipsLibrary.CacheGetMaxFiles();
        set => VipsLibrary.CacheSetMaxFiles(value);
    }

    /// <summary>How many operations are kept now.</summary>
    public static int Size => VipsLibrary.CacheGetSize();

    /// <summary>Whether libvips prints what its cache does.</summary>
    public static bool Trace
    {
        set => VipsLibrary.CacheSetTrace(value ? 1 : 0);
    }
}

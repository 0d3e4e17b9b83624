using NetVips.Interop;

namespace NetVips;

/// <summary>The library as a whole: its start, version, threads and types.</summary>
public static class NetVips
{
    /// <summary>Whether operations that are not hardened against hostile input are refused.</summary>
    public static bool BlockUntrusted
    {
        set => VipsLibrary.BlockUntrustedSet(value ? 1 : 0);
    }

    /// <summary>How many threads compute one image.</summary>
    public static int Concurrency
    {
        get => VipsLibrary.ConcurrencyGet();
        set => VipsLibrary.ConcurrencySet(value);
    }

    /// <summary>Whether libvips reports, when the process ends, the objects that are still there.</summary>
    public static bool Leak
    {
        set => VipsLibrary.LeakSet(value ? 1 : 0);
    }

    /// <summary>Starts libvips; loading this assembly has done so already.</summary>
    public static bool Init() => VipsLibrary.Init("NetVips") == 0;

    /// <summary>Stops libvips for the rest of the process.</summary>
    public static void Shutdown() => VipsLibrary.Shutdown();

    /// <summary>One part of libvips' version: 0 major, 1 minor, 2 patch.</summary>
    public static int Version(int flag, bool fromModule = true)
    {
        if (flag is < 0 or > 2)
            throw new ArgumentOutOfRangeException(nameof(flag), "Flag must be in the range of 0 to 2");
        return VipsLibrary.Version(flag);
    }

    /// <summary>Whether libvips is of this version or later.</summary>
    public static bool AtLeastLibvips(int x, int y, int z = 0) => (Version(0), Version(1), Version(2)).CompareTo((x, y, z)) >= 0;

    /// <summary>The nicknames of all operations, those that are only bases of others among them, in order.</summary>
    public static List<string> GetOperations()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        AddBelow(GLibrary.TypeFromName("VipsOperation"), names);
        return [.. names];
    }

    private static unsafe void AddBelow(nint type, SortedSet<string> names)
    {
        var children = (nint*)GLibrary.TypeChildren(type, out var count);
        for (var index = 0; index < count; index++)
        {
            names.Add(NicknameFind(children[index]));
            AddBelow(children[index], names);
        }

        GLibrary.Free((nint)children);
    }

    /// <summary>Frees memory that libvips handed out.</summary>
    public static void Free(IntPtr mem) => GLibrary.Free(mem);

    /// <summary>The GType of a name, or zero.</summary>
    public static IntPtr TypeFromName(string name) => GLibrary.TypeFromName(name);

    /// <summary>The name of a GType.</summary>
    public static string TypeName(IntPtr type) => NativeText.Borrow(GLibrary.TypeName(type));

    /// <summary>The fundamental GType below a GType.</summary>
    public static IntPtr FundamentalType(IntPtr type) => GLibrary.TypeFundamental(type);

    /// <summary>The GType below a base class that has this nickname, or zero.</summary>
    public static IntPtr TypeFind(string basename, string nickname) => VipsLibrary.TypeFind(basename, nickname);

    /// <summary>The nickname of a GType.</summary>
    public static string NicknameFind(IntPtr type) => NativeText.Borrow(VipsLibrary.NicknameFind(type));
}

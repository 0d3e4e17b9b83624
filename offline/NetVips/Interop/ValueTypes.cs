namespace NetVips.Interop;

/// <summary>The GTypes that values are told apart by: GLib's fixed numbers, and libvips' own types, known once it has started.</summary>
internal static class ValueTypes
{
    internal const nint Boolean = 5 << 2;
    internal const nint Int = 6 << 2;
    internal const nint Int64 = 10 << 2;
    internal const nint Uint64 = 11 << 2;
    internal const nint Enum = 12 << 2;
    internal const nint Flags = 13 << 2;
    internal const nint Double = 15 << 2;
    internal const nint String = 16 << 2;
    internal const nint Object = 20 << 2;

    internal static readonly nint Image = GLibrary.TypeFromName("VipsImage");
    internal static readonly nint ArrayInt = GLibrary.TypeFromName("VipsArrayInt");
    internal static readonly nint ArrayDouble = GLibrary.TypeFromName("VipsArrayDouble");
    internal static readonly nint ArrayImage = GLibrary.TypeFromName("VipsArrayImage");
    internal static readonly nint RefString = GLibrary.TypeFromName("VipsRefString");
    internal static readonly nint Blob = GLibrary.TypeFromName("VipsBlob");
}

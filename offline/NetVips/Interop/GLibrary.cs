using System.Runtime.InteropServices;

namespace NetVips.Interop;

/// <summary>The functions of GLib and GObject that the stand-in calls; none of them is variadic.</summary>
internal static unsafe partial class GLibrary
{
    private const string GLib = "libglib-2.0.so.0";
    private const string GObjectLib = "libgobject-2.0.so.0";

    [LibraryImport(GLib, EntryPoint = "g_free")]
    internal static partial void Free(nint memory);

    [LibraryImport(GLib, EntryPoint = "g_malloc")]
    internal static partial nint Malloc(nuint size);

    [LibraryImport(GLib, EntryPoint = "g_strfreev")]
    internal static partial void FreeStrings(nint strings);

    [LibraryImport(GObjectLib, EntryPoint = "g_object_ref")]
    internal static partial nint Ref(nint instance);

    [LibraryImport(GObjectLib, EntryPoint = "g_object_unref")]
    internal static partial void Unref(nint instance);

    [LibraryImport(GObjectLib, EntryPoint = "g_object_set_property", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetProperty(GObject instance, string name, ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_object_get_property", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void GetProperty(GObject instance, string name, ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_signal_connect_data", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial CULong Connect(nint instance, string signal, delegate* unmanaged<nint, nint, void> handler, nint data,
        nint destroyData, int flags);

    [LibraryImport(GObjectLib, EntryPoint = "g_type_fundamental")]
    internal static partial nint TypeFundamental(nint type);

    [LibraryImport(GObjectLib, EntryPoint = "g_type_name")]
    internal static partial nint TypeName(nint type);

    [LibraryImport(GObjectLib, EntryPoint = "g_type_from_name", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint TypeFromName(string name);

    [LibraryImport(GObjectLib, EntryPoint = "g_type_children")]
    internal static partial nint TypeChildren(nint type, out uint count);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_init")]
    internal static partial nint ValueInit(ref NativeValue value, nint type);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_unset")]
    internal static partial void ValueUnset(ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_set_boolean")]
    internal static partial void ValueSetBoolean(ref NativeValue value, int content);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_get_boolean")]
    internal static partial int ValueGetBoolean(ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_set_int")]
    internal static partial void ValueSetInt(ref NativeValue value, int content);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_get_int")]
    internal static partial int ValueGetInt(ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_set_int64")]
    internal static partial void ValueSetInt64(ref NativeValue value, long content);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_get_int64")]
    internal static partial long ValueGetInt64(ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_set_uint64")]
    internal static partial void ValueSetUint64(ref NativeValue value, ulong content);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_get_uint64")]
    internal static partial ulong ValueGetUint64(ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_set_double")]
    internal static partial void ValueSetDouble(ref NativeValue value, double content);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_get_double")]
    internal static partial double ValueGetDouble(ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_set_enum")]
    internal static partial void ValueSetEnum(ref NativeValue value, int content);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_get_enum")]
    internal static partial int ValueGetEnum(ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_set_flags")]
    internal static partial void ValueSetFlags(ref NativeValue value, uint content);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_get_flags")]
    internal static partial uint ValueGetFlags(ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_set_string", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ValueSetString(ref NativeValue value, string content);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_get_string")]
    internal static partial nint ValueGetString(ref NativeValue value);

    [LibraryImport(GObjectLib, EntryPoint = "g_value_set_object")]
    internal static partial void ValueSetObject(ref NativeValue value, GObject content);

    /// <summary>Returns the object with one more reference, which the caller owns.</summary>
    [LibraryImport(GObjectLib, EntryPoint = "g_value_dup_object")]
    internal static partial nint ValueDupObject(ref NativeValue value);
}

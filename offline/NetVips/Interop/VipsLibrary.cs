using System.Runtime.InteropServices;

namespace NetVips.Interop;

/// <summary>The functions of libvips about the library itself, its objects, operations and values; none of them is variadic.</summary>
internal static unsafe partial class VipsLibrary
{
    internal const string File = "libvips.so.42";

    [LibraryImport(File, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Init(string program);

    [LibraryImport(File, EntryPoint = "vips_shutdown")]
    internal static partial void Shutdown();

    [LibraryImport(File, EntryPoint = "vips_version")]
    internal static partial int Version(int flag);

    [LibraryImport(File, EntryPoint = "vips_leak_set")]
    internal static partial void LeakSet(int leak);

    [LibraryImport(File, EntryPoint = "vips_block_untrusted_set")]
    internal static partial void BlockUntrustedSet(int state);

    [LibraryImport(File, EntryPoint = "vips_concurrency_get")]
    internal static partial int ConcurrencyGet();

    [LibraryImport(File, EntryPoint = "vips_concurrency_set")]
    internal static partial void ConcurrencySet(int concurrency);

    /// <summary>Returns a copy of the error text, to be freed, and clears it.</summary>
    [LibraryImport(File, EntryPoint = "vips_error_buffer_copy")]
    internal static partial nint ErrorTake();

    [LibraryImport(File, EntryPoint = "vips_error_clear")]
    internal static partial void ErrorClear();

    [LibraryImport(File, EntryPoint = "vips_type_find", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint TypeFind(string basename, string nickname);

    [LibraryImport(File, EntryPoint = "vips_nickname_find")]
    internal static partial nint NicknameFind(nint type);

    [LibraryImport(File, EntryPoint = "vips_cache_get_max")]
    internal static partial int CacheGetMax();

    [LibraryImport(File, EntryPoint = "vips_cache_set_max")]
    internal static partial void CacheSetMax(int max);

    [LibraryImport(File, EntryPoint = "vips_cache_get_max_mem")]
    internal static partial nuint CacheGetMaxMem();

    [LibraryImport(File, EntryPoint = "vips_cache_set_max_mem")]
    internal static partial void CacheSetMaxMem(nuint max);

    [LibraryImport(File, EntryPoint = "vips_cache_get_max_files")]
    internal static partial int CacheGetMaxFiles();

    [LibraryImport(File, EntryPoint = "vips_cache_set_max_files")]
    internal static partial void CacheSetMaxFiles(int max);

    [LibraryImport(File, EntryPoint = "vips_cache_get_size")]
    internal static partial int CacheGetSize();

    [LibraryImport(File, EntryPoint = "vips_cache_set_trace")]
    internal static partial void CacheSetTrace(int trace);

    [LibraryImport(File, EntryPoint = "vips_operation_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint OperationNew(string name);

    [LibraryImport(File, EntryPoint = "vips_operation_get_flags")]
    internal static partial int OperationGetFlags(GObject operation);

    [LibraryImport(File, EntryPoint = "vips_operation_block_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void OperationBlockSet(string name, int state);

    /// <summary>Builds the operation, or returns an equal one from the cache; the caller owns one reference on what it returns.</summary>
    [LibraryImport(File, EntryPoint = "vips_cache_operation_build")]
    internal static partial nint OperationBuild(GObject operation);

    [LibraryImport(File, EntryPoint = "vips_object_unref_outputs")]
    internal static partial void ObjectUnrefOutputs(GObject instance);

    [LibraryImport(File, EntryPoint = "vips_object_set_from_string", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ObjectSetFromString(GObject instance, string options);

    /// <summary>Both arrays belong to libvips.</summary>
    [LibraryImport(File, EntryPoint = "vips_object_get_args")]
    internal static partial int ObjectGetArguments(GObject instance, out nint* names, out int* flags, out int count);

    [LibraryImport(File, EntryPoint = "vips_object_get_argument", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ObjectGetArgument(GObject instance, string name, out nint parameter, out nint argumentClass,
        out nint argumentInstance);

    [LibraryImport(File, EntryPoint = "vips_value_set_ref_string", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ValueSetRefString(ref NativeValue value, string content);

    [LibraryImport(File, EntryPoint = "vips_value_get_ref_string")]
    internal static partial nint ValueGetRefString(ref NativeValue value, out nuint length);

    [LibraryImport(File, EntryPoint = "vips_value_set_array_int")]
    internal static partial void ValueSetArrayInt(ref NativeValue value, int[] content, int count);

    [LibraryImport(File, EntryPoint = "vips_value_get_array_int")]
    internal static partial nint ValueGetArrayInt(ref NativeValue value, out int count);

    [LibraryImport(File, EntryPoint = "vips_value_set_array_double")]
    internal static partial void ValueSetArrayDouble(ref NativeValue value, double[] content, int count);

    [LibraryImport(File, EntryPoint = "vips_value_get_array_double")]
    internal static partial nint ValueGetArrayDouble(ref NativeValue value, out int count);

    [LibraryImport(File, EntryPoint = "vips_value_set_array_image")]
    internal static partial void ValueSetArrayImage(ref NativeValue value, int count);

    [LibraryImport(File, EntryPoint = "vips_value_get_array_image")]
    internal static partial nint* ValueGetArrayImage(ref NativeValue value, out int count);

    /// <summary>Takes over memory that was allocated with g_malloc.</summary>
    [LibraryImport(File, EntryPoint = "vips_value_set_blob_free")]
    internal static partial void ValueSetBlobFree(ref NativeValue value, nint data, nuint length);

    [LibraryImport(File, EntryPoint = "vips_value_get_blob")]
    internal static partial nint ValueGetBlob(ref NativeValue value, out nuint length);
}

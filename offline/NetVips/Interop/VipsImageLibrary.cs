using System.Runtime.InteropServices;

namespace NetVips.Interop;

/// <summary>The functions of libvips about images and file formats; none of them is variadic.</summary>
internal static unsafe partial class VipsImageLibrary
{
    private const string File = VipsLibrary.File;

    [LibraryImport(File, EntryPoint = "vips_image_get_width")]
    internal static partial int Width(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_height")]
    internal static partial int Height(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_bands")]
    internal static partial int Bands(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_format")]
    internal static partial int Format(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_coding")]
    internal static partial int Coding(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_interpretation")]
    internal static partial int Interpretation(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_xres")]
    internal static partial double Xres(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_yres")]
    internal static partial double Yres(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_xoffset")]
    internal static partial int Xoffset(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_yoffset")]
    internal static partial int Yoffset(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_page_height")]
    internal static partial int PageHeight(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_get_filename")]
    internal static partial nint Filename(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_hasalpha")]
    internal static partial int HasAlpha(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_set_kill")]
    internal static partial void SetKill(GObject image, int kill);

    [LibraryImport(File, EntryPoint = "vips_image_get_typeof", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint TypeOf(GObject image, string name);

    [LibraryImport(File, EntryPoint = "vips_image_get", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Get(GObject image, string name, ref NativeValue value);

    [LibraryImport(File, EntryPoint = "vips_image_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void Set(GObject image, string name, ref NativeValue value);

    /// <summary>Returns a list of strings that the caller frees.</summary>
    [LibraryImport(File, EntryPoint = "vips_image_get_fields")]
    internal static partial nint Fields(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_copy_memory")]
    internal static partial nint CopyMemory(GObject image);

    [LibraryImport(File, EntryPoint = "vips_image_new_from_memory")]
    internal static partial nint NewFromMemory(nint data, nuint size, int width, int height, int bands, int format);

    [LibraryImport(File, EntryPoint = "vips_image_new_from_memory_copy")]
    internal static partial nint NewFromMemoryCopy(nint data, nuint size, int width, int height, int bands, int format);

    /// <summary>Returns memory that the caller frees.</summary>
    [LibraryImport(File, EntryPoint = "vips_image_write_to_memory")]
    internal static partial nint WriteToMemory(GObject image, out nuint size);

    [LibraryImport(File, EntryPoint = "vips_filename_get_filename", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint FilenamePart(string text);

    [LibraryImport(File, EntryPoint = "vips_filename_get_options", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint OptionsPart(string text);

    [LibraryImport(File, EntryPoint = "vips_foreign_find_load", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint FindLoad(string filename);

    [LibraryImport(File, EntryPoint = "vips_foreign_find_load_buffer")]
    internal static partial nint FindLoadBuffer(byte* data, nuint size);

    [LibraryImport(File, EntryPoint = "vips_foreign_find_save", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint FindSave(string filename);

    [LibraryImport(File, EntryPoint = "vips_foreign_find_save_buffer", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint FindSaveBuffer(string suffix);
}

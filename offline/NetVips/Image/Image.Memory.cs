using System.Buffers;
using System.Runtime.InteropServices;
using NetVips.Interop;

namespace NetVips;

public partial class Image
{
    /// <summary>An image over an array, which is pinned until libvips has closed the image and everything computed from it.</summary>
    public static Image NewFromMemory<T>(T[] data, int width, int height, int bands, Enums.BandFormat format)
        where T : unmanaged =>
        NewFromMemory(new ReadOnlyMemory<T>(data), width, height, bands, format);

    /// <summary>An image over memory, which is pinned until libvips has closed the image and everything computed from it.</summary>
    public static unsafe Image NewFromMemory<T>(ReadOnlyMemory<T> data, int width, int height, int bands, Enums.BandFormat format)
        where T : unmanaged
    {
        var pin = data.Pin();
        var size = (nuint)data.Length * (nuint)sizeof(T);
        var pointer = VipsImageLibrary.NewFromMemory((nint)pin.Pointer, size, width, height, bands, (int)format);
        if (pointer == 0)
        {
            pin.Dispose();
            throw new VipsException("unable to make image from memory");
        }

        var holder = GCHandle.ToIntPtr(GCHandle.Alloc(pin));
        GLibrary.Connect(pointer, "postclose", &Unpin, holder, 0, 0);
        return new Image(pointer);
    }

    /// <summary>An image over memory that the caller keeps in place.</summary>
    public static Image NewFromMemory(IntPtr data, ulong size, int width, int height, int bands, Enums.BandFormat format) =>
        OfMemory(VipsImageLibrary.NewFromMemory(data, (nuint)size, width, height, bands, (int)format));

    /// <summary>An image over a copy of memory.</summary>
    public static Image NewFromMemoryCopy(IntPtr data, ulong size, int width, int height, int bands, Enums.BandFormat format) =>
        OfMemory(VipsImageLibrary.NewFromMemoryCopy(data, (nuint)size, width, height, bands, (int)format));

    /// <summary>An image over a copy of memory.</summary>
    public static unsafe Image NewFromMemoryCopy<T>(ReadOnlySpan<T> data, int width, int height, int bands, Enums.BandFormat format)
        where T : unmanaged
    {
        fixed (T* start = data)
            return NewFromMemoryCopy((nint)start, (ulong)data.Length * (ulong)sizeof(T), width, height, bands, format);
    }

    /// <summary>This image, computed now and kept in memory.</summary>
    public Image CopyMemory()
    {
        var pointer = VipsImageLibrary.CopyMemory(this);
        if (pointer == 0)
            throw new VipsException("unable to copy to memory");
        return new Image(pointer);
    }

    /// <summary>The computed pixels, row by row, the bands of each together; to be freed with <see cref="NetVips.Free"/>.</summary>
    public IntPtr WriteToMemory(out ulong size)
    {
        var memory = VipsImageLibrary.WriteToMemory(this, out var length);
        if (memory == 0)
            throw new VipsException("unable to write to memory");
        size = length;
        return memory;
    }

    /// <summary>The computed pixels, row by row, the bands of each together.</summary>
    public unsafe T[] WriteToMemory<T>()
        where T : unmanaged
    {
        var memory = WriteToMemory(out var size);
        try
        {
            return new ReadOnlySpan<T>((void*)memory, checked((int)(size / (ulong)sizeof(T)))).ToArray();
        }
        finally
        {
            GLibrary.Free(memory);
        }
    }

    private static Image OfMemory(nint pointer)
    {
        if (pointer == 0)
            throw new VipsException("unable to make image from memory");
        return new Image(pointer);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint image, nint holder)
    {
        var handle = GCHandle.FromIntPtr(holder);
        ((MemoryHandle)handle.Target).Dispose();
        handle.Free();
    }
}

using System.Runtime.InteropServices;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// Has glibc's allocator keep what an evaluation frees, for the next one. By default it gives it back to the system, which then clears
/// every page anew: measured, 10 to 20 % of an evaluation. Other C libraries are left as they are.
/// </summary>
/// <remarks>This is of the process, as libtorch's number of threads is.</remarks>
internal sealed class HostAllocator
{
    // malloc.h
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MapThreshold = -3;

    // Blocks from here on are given back at once: the largest that an arena of a thread, 64 MiB, holds more than one of. Their
    // evaluations take so long that it matters less (512 pixels: 5 %).
    private const int LargestKept = 32 << 20;

    // An arena shrinks when less than this would be left over.
    private const int Kept = 64 << 20;

    private readonly Trim? _trim;

    private HostAllocator(Trim? trim) => _trim = trim;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Option(int parameter, int value);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Trim(nuint pad);

    /// <summary>Sets the allocator, where it is glibc's.</summary>
    /// <param name="keep">Whether it is to keep what is freed; if not, nothing is set.</param>
    public static HostAllocator Open(bool keep)
    {
        if (!keep
            || !NativeLibrary.TryLoad("libc.so.6", out var library)
            || !NativeLibrary.TryGetExport(library, "mallopt", out var option)
            || !NativeLibrary.TryGetExport(library, "malloc_trim", out var trim))
            return new HostAllocator(null);

        var set = Marshal.GetDelegateForFunctionPointer<Option>(option);
        // One without the others makes it worse: setting any of them ends the allocator's own adjusting of the first and the last.
        set(MapThreshold, LargestKept);
        set(TrimThreshold, int.MaxValue);
        set(TopPad, Kept);
        return new HostAllocator(Marshal.GetDelegateForFunctionPointer<Trim>(trim));
    }

    /// <summary>Gives back what is free: between trials, so that others have it and the next trial's check of the memory sees it.</summary>
    public void GiveBack() => _trim?.Invoke(0);
}

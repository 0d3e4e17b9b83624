using System.Runtime.InteropServices;

namespace NetVips.Interop;

/// <summary>Reads C strings.</summary>
internal static class NativeText
{
    /// <summary>The text at an address that somebody else owns.</summary>
    internal static string Borrow(nint text) => Marshal.PtrToStringUTF8(text);

    /// <summary>The text at an address that was allocated for us.</summary>
    internal static string Take(nint text)
    {
        var result = Marshal.PtrToStringUTF8(text);
        GLibrary.Free(text);
        return result;
    }
}

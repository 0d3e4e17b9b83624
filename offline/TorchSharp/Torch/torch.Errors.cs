using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static void CheckForErrors()
    {
        if (Native.TakeError() is { } message)
            throw new ExternalException(message);
    }

    // The wrapper of a result. The operands are named so that the collector can't finalize them during the native call.
    internal static Tensor Result(nint handle, object? first = null, object? second = null, object? third = null)
    {
        GC.KeepAlive(first);
        GC.KeepAlive(second);
        GC.KeepAlive(third);
        if (handle == 0)
            CheckForErrors();
        return new Tensor(handle);
    }

    internal static void Check(int failed, object? first = null, object? second = null, object? third = null)
    {
        GC.KeepAlive(first);
        GC.KeepAlive(second);
        GC.KeepAlive(third);
        if (failed != 0)
            CheckForErrors();
    }
}
